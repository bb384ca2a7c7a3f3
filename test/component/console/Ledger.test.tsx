/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LedgerEntry } from '../../../sandbox/control/api';
import { Ledger } from '../../../sandbox/console/Ledger';
import { renderInConsole } from '../../support/renderInConsole';

const entry = (part: Partial<LedgerEntry> = {}): LedgerEntry => ({
  at: '2024-05-02T10:00:00.000Z',
  event: 'reservation.completed',
  taskSid: 'WT1',
  reservationSid: 'WR1',
  worker: 'agent1',
  attributesBefore: '{"from":"+1","conversations":{"outcome":"Old"},"gone":1}',
  attributes: '{"from":"+1","conversations":{"outcome":"Sold","campaign":"Renewals"}}',
  record: {
    values: {
      'conversations.outcome': 'Sold',
      'conversations.campaign': 'Renewals',
      'conversations.conversation_measure_1': 12,
      'conversations.channel': 'voice',
    },
    findings: [],
  },
  ...part,
});

const rows = (name: string) =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent!.trim()),
    );

describe('Ledger', () => {
  it('says that there is nothing yet', () => {
    renderInConsole(<Ledger entries={[]} />);
    expect(screen.getByText(/^Nothing yet\./)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Ledger as JSON' })).toHaveAttribute(
      'href',
      '/api/ledger',
    );
  });

  it('shows what changed since the task came in, and that the rest did not', () => {
    renderInConsole(<Ledger entries={[entry()]} />);
    expect(
      screen.getByText('1 added, 1 changed, 1 removed, 1 untouched, 0 findings'),
    ).toBeVisible();
    expect(rows('Changed attributes')).toEqual([
      ['added', 'conversations.campaign', '"Renewals"'],
      ['changed', 'conversations.outcome', '"Old" → "Sold"'],
      ['removed', 'gone', '1'],
    ]);
    expect(screen.getByText('Everything else is untouched: 1 value is as it was.')).toBeVisible();
  });

  it('says it when not a byte, or only the order, is different', () => {
    const { rerender } = renderInConsole(
      <Ledger
        entries={[entry({ attributesBefore: '{"a":1,"b":2}', attributes: '{"a":1,"b":2}' })]}
      />,
    );
    expect(screen.getByText(/the same text, byte for byte/)).toBeVisible();
    rerender(
      <Ledger
        entries={[entry({ attributesBefore: '{"a":1,"b":2}', attributes: '{"b":2,"a":1}' })]}
      />,
    );
    expect(screen.getByText(/No value changed; the text did/)).toBeVisible();
  });

  it('shows the record and marks in it what was written while the task was here', () => {
    renderInConsole(<Ledger entries={[entry()]} />);
    expect(rows('Record Insights would make')).toEqual([
      ['conversations.outcome', 'Sold new on the task'],
      ['conversations.campaign', 'Renewals new on the task'],
      ['conversations.conversation_measure_1', '12'],
      ['conversations.channel', 'voice'],
    ]);
  });

  it('lists the findings with their rule', () => {
    const finding = {
      code: 'unknown-key',
      path: 'conversations.outcom',
      rule: 8,
      basis: 'documented',
    };
    renderInConsole(<Ledger entries={[entry({ record: { values: {}, findings: [finding] } })]} />);
    const [item] = within(screen.getByRole('list', { name: 'Findings' })).getAllByRole('listitem');
    expect(item).toHaveTextContent(/conversations\.outcom.*\(documented, rule 8\)$/);
    expect(screen.getByText('Insights would keep no value.')).toBeVisible();
  });

  it('puts the newest first and opens only the ends of reservations', async () => {
    const created = entry({ event: 'reservation.created', reservationSid: 'WR0' });
    renderInConsole(<Ledger entries={[created, entry()]} />);
    expect(screen.getAllByRole('article').map((a) => a.getAttribute('aria-label'))).toEqual([
      'reservation.completed WR1',
      'reservation.created WR0',
    ]);
    const heading = screen.getByRole('button', { name: 'reservation.created' });
    expect(heading).toHaveAttribute('aria-expanded', 'false');
    expect(screen.getByRole('button', { name: 'reservation.completed' })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    const name = 'Attributes at reservation.created of WR0';
    expect(screen.queryByRole('region', { name })).not.toBeInTheDocument();
    await userEvent.click(heading);
    expect(screen.getByRole('region', { name })).toBeInTheDocument();
  });
});
