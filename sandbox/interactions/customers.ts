import type { Customer, InteractionType } from './records';

interface Contact {
  readonly customer: Customer;
  readonly subject: string | null;
  /** What the customer writes first. */
  readonly opening: string;
}

/** Who gets in touch on each kind of channel, with an address as that channel writes it. */
export const CUSTOMERS: Readonly<Record<InteractionType, Contact>> = {
  web: {
    customer: { name: 'Grace', address: 'grace-web-visitor' },
    subject: null,
    opening: 'Hello, my order has not arrived.',
  },
  sms: {
    customer: { name: '+14155550101', address: '+14155550101' },
    subject: null,
    opening: 'Where is my order?',
  },
  whatsapp: {
    customer: { name: 'whatsapp:+14155550102', address: 'whatsapp:+14155550102' },
    subject: null,
    opening: 'Hi, is my parcel on its way?',
  },
  email: {
    customer: { name: 'Grace Hopper', address: 'grace@example.com' },
    subject: 'My order 20417',
    opening: 'Dear team, my order 20417 has not arrived. Kind regards, Grace',
  },
};
