/** @jest-environment jsdom */
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { render, screen } from '@testing-library/react';
import { PanelErrorBoundary } from '../../../src/ui/agent/PanelErrorBoundary';

const renderIn = (language: string, onError: (error: unknown) => void, child: JSX.Element) =>
  render(
    <CustomizationProvider baseTheme="default">
      <p>the rest of the page</p>
      <PanelErrorBoundary language={language} onError={onError}>
        {child}
      </PanelErrorBoundary>
    </CustomizationProvider>,
  );

function Broken(): JSX.Element {
  throw new Error('a bug');
}

let complaints: jest.SpyInstance;
beforeEach(() => {
  // React prints each error that a boundary catches.
  complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => complaints.mockRestore());

test('an error in the panel becomes one clear notice, and the rest of the page stays', () => {
  const onError = jest.fn();
  renderIn('en', onError, <Broken />);
  expect(screen.getAllByRole('alert')).toHaveLength(1);
  expect(screen.getByRole('heading', { name: 'The wrap-up form cannot be shown' })).toBeVisible();
  expect(screen.getByText('the rest of the page')).toBeVisible();
  expect(onError).toHaveBeenCalledTimes(1);
  expect(onError).toHaveBeenCalledWith(new Error('a bug'));
});

test('the notice speaks the agent’s language', () => {
  renderIn('es', jest.fn(), <Broken />);
  expect(
    screen.getByRole('heading', { name: 'El formulario de cierre no se puede mostrar' }),
  ).toBeVisible();
});

test('without an error it shows what it holds', () => {
  const onError = jest.fn();
  renderIn('en', onError, <p>the panel</p>);
  expect(screen.getByText('the panel')).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(onError).not.toHaveBeenCalled();
});
