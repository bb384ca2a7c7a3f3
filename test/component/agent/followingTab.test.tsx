/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { agentSaid, caseField, outcomeField, renderPanel } from '../../support/renderPanel';

const SENTENCE =
  'Another tab of this browser writes these answers. You see them here as they change.';
const fields = [outcomeField, caseField];
const box = () => screen.getByRole('textbox', { name: 'Case number' });
const writeHere = () => screen.queryByRole('button', { name: 'Write here' });

describe('a tab that follows another one', () => {
  it('shows its answers as they change, and takes none', async () => {
    const { user, intents, update, container } = renderPanel({
      fields,
      follows: true,
      answers: { case: agentSaid({ kind: 'text', text: 'C-1' }) },
    });
    expect(screen.getByText(SENTENCE)).toBeVisible();
    expect(box()).toHaveValue('C-1');
    expect(box()).toHaveAttribute('readonly');
    update({
      capture: {
        reservationSid: 'WR1',
        catalogVersion: 4,
        formId: 'form',
        answers: { case: agentSaid({ kind: 'text', text: 'C-12' }) },
        saved: [],
        past: [{}],
      },
    });
    expect(box()).toHaveValue('C-12');
    await user.type(box(), '3');
    expect(intents).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('takes over at the press of a button, by keyboard too, and the focus stays in the panel', async () => {
    const view = renderPanel({ fields, follows: true });
    writeHere()!.focus();
    await view.user.keyboard('{Enter}');
    expect(view.writeHere).toHaveBeenCalledTimes(1);
    view.update({ follows: false });
    expect(writeHere()).toBeNull();
    expect(screen.getByRole('form')).toContainElement(document.activeElement as HTMLElement);
    await view.user.type(box(), '3');
    expect(view.valueOf('case')).toEqual({ kind: 'text', text: '3' });
  });

  it('says nothing of it to a supervisor who looks on', () => {
    renderPanel({ fields, readOnly: true });
    expect(screen.queryByText(SENTENCE)).toBeNull();
    expect(writeHere()).toBeNull();
  });

  it('leaves what to do about a save to the tab that writes', () => {
    const save = {
      status: 'failed',
      failure: { kind: 'refused' },
      wayOut: true,
      since: 0,
      retryAt: null,
    } as const;
    renderPanel({ fields, follows: true, save });
    expect(screen.queryByRole('button', { name: 'Complete without saving' })).toBeNull();
  });
});

it('says once that the answers are back after a reload, and goes at a press', async () => {
  const { user } = renderPanel({ fields, restored: new Date(2026, 10, 24, 14, 5).getTime() });
  const note = screen.getByText(/^Your answers of .*0?2:05.* are back \(kept in this browser\)\.$/);
  expect(note).toHaveAttribute('role', 'status');
  await user.click(screen.getByRole('button', { name: 'Hide' }));
  expect(screen.queryByText(/are back/)).toBeNull();
});

it('says that answers are back that were given elsewhere', () => {
  renderPanel({ fields, restored: 1_790_000_000_000, restoredElsewhere: true });
  expect(
    screen.getByText(/^Your answers of .* are back \(from another browser or machine\)\.$/),
  ).toBeVisible();
});
