/** @jest-environment jsdom */
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { render, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { TaskMark } from '../../../src/app/taskMark';
import { createTranslator } from '../../../src/strings/translate';
import { TaskMarkIcon } from '../../../src/ui/agent/TaskMarkIcon';

test.each<[TaskMark, string, string]>([
  [{ mark: 'lacking', left: 1 }, 'en', 'Wrap-up form: 1 required answer left'],
  [{ mark: 'lacking', left: 2 }, 'es', 'Formulario de cierre: faltan 2 respuestas obligatorias'],
  [{ mark: 'unsaved' }, 'en', 'Wrap-up form: not saved yet'],
  [{ mark: 'failed' }, 'en', 'Wrap-up form: saving failed'],
])('%j is read out in %s as "%s"', async (mark, language, text) => {
  const { container } = render(
    <CustomizationProvider baseTheme="default" disableAnimations>
      <TaskMarkIcon mark={mark} t={createTranslator(language)} />
    </CustomizationProvider>,
  );
  expect(screen.getByRole('img', { name: text })).toBeVisible();
  expect((await axe(container)).violations).toEqual([]);
});
