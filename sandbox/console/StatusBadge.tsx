import { Badge, type BadgeProps } from '@twilio-paste/core/badge';

const VARIANTS: Readonly<Record<string, BadgeProps['variant']>> = {
  pending: 'new',
  reserved: 'new',
  accepted: 'decorative10',
  assigned: 'decorative10',
  wrapping: 'warning',
  completed: 'success',
  initiated: 'new',
  active: 'new',
  complete: 'success',
};

interface StatusBadgeProps {
  readonly status: string;
}

/** The status of a task, reservation or transfer in TaskRouter's own word. */
export const StatusBadge = ({ status }: StatusBadgeProps) => (
  <Badge as="span" variant={VARIANTS[status] ?? 'neutral'}>
    {status}
  </Badge>
);
