import type { FlexPage } from './support/FlexPage';
import { withConversations } from './support/rawAttributes';
import { shot } from './support/shot';
import { expect, test } from './support/test';
import { LONG } from './support/long';

const CONVERSATIONS =
  '{"outcome":"Callback promised","campaign":"Spring offer",' +
  '"conversation_attribute_1":"billing-invoice","conversation_label_1":"Invoice question",' +
  '"conversation_attribute_2":"delivery-late","conversation_label_2":"Late delivery",' +
  '"conversation_attribute_3":"product-fault","conversation_label_3":"Product fault",' +
  '"conversation_attribute_4":"Yes","case":"R-7","content":"ñandú"}';

test.beforeEach(({ sandbox }) =>
  sandbox.settings({
    debrief: { enforcement: 'required' },
    languages: { agent1: 'en', agent2: 'es' },
  }),
);

/** Adds options of a several-choice field by what the agent reads. */
const add = async (agent: FlexPage, field: string, options: readonly string[]) => {
  for (const option of options) {
    await agent.field(field).fill(option);
    await agent.option(option).click();
    await expect(agent.panel.getByRole('listitem').filter({ hasText: option })).toBeVisible();
  }
  await agent.field(field).press('Escape');
};

test(
  'two agents with different languages, who choose in a different order, give identical bytes',
  LONG,
  async ({ sandbox, flex: english, deskOf }) => {
    const spanish = await deskOf('agent2');
    await english.open();
    await spanish.open();
    const toEnglish = await sandbox.sendCustom();
    const toSpanish = await sandbox.send({ channel: 'custom1', worker: 'agent2' });
    const before = await sandbox.attributes(toEnglish);
    expect(await sandbox.attributes(toSpanish)).toBe(before);

    await english.accept();
    await english.openTab();
    await english.choose('Outcome', 'Callback promised');
    await english.choose('Campaign', 'Spring offer');
    await add(english, 'Contact reasons', ['Product fault', 'Invoice question', 'Late delivery']);
    await english.answer('First contact about this?', 'Yes');
    await english.text('Reference').fill('R-7');
    await english.text('Note').fill('ñandú');
    await english.complete();
    expect((await sandbox.completed(toEnglish)).attributes).toBe(
      withConversations(before, CONVERSATIONS),
    );

    await spanish.accept();
    await spanish.tabNamed('Cierre').click();
    await expect(spanish.panel).toBeVisible();
    await spanish.text('Nota').fill('ñandú');
    await spanish.text('Referencia').fill('R-7');
    await spanish.panel.getByText('Sí', { exact: true }).click();
    await add(spanish, 'Motivos de contacto', [
      'Entrega con retraso',
      'Avería del producto',
      'Duda sobre factura',
    ]);
    await spanish.choose('Campaña', 'Oferta de primavera');
    await spanish.choose('Resultado', 'Llamada prometida');
    await shot(spanish.page, 'spanish-filled');
    await spanish.complete();
    expect((await sandbox.completed(toSpanish)).attributes).toBe(
      withConversations(before, CONVERSATIONS),
    );
  },
);

test(
  'a Spanish agent reads Spanish: the tab, the form, its options, its problems',
  LONG,
  async ({ sandbox, deskOf }) => {
    const agent = await deskOf('agent2');
    await agent.open();
    await sandbox.send({
      channel: 'custom1',
      worker: 'agent2',
      attributes: { conversations: { campaign: 'Renewals', outcome: 'Something else' } },
    });
    await agent.accept();
    await expect(agent.tabNamed('Wrap-up')).toHaveCount(0);
    await agent.tabNamed('Cierre').click();
    const form = agent.page.getByRole('form', { name: 'Formulario de cierre' });
    await expect(form.getByRole('heading')).toHaveText([
      'Atención entrante',
      'Resultado',
      'Detalles',
    ]);
    await expect(form.getByText('Falta 1 obligatoria')).toBeVisible();
    await expect(agent.field('Campaña')).toHaveValue('Renovaciones');
    await expect(agent.field('Campaña')).toHaveAccessibleDescription(
      'Ya estaba rellenado Cámbialo si no es así.',
    );
    await expect(
      form.getByText(
        'Ahora en la tarea: Something else. No es una de las opciones; al elegir se reemplaza.',
      ),
    ).toBeVisible();
    await agent.complete();
    await expect(agent.field('Resultado')).toBeFocused();
    await expect(agent.field('Resultado')).toHaveAccessibleDescription(
      /^Esta respuesta es obligatoria\./,
    );

    // Searched by its Spanish synonym, shown with its Spanish path.
    await agent.field('Resultado').fill('solucionado');
    await expect(agent.page.getByRole('option')).toHaveText(['Resuelto en este contactoResuelto']);
    await shot(agent.page, 'spanish-search');
    await agent.page.keyboard.press('Enter');
    await expect(agent.field('Resultado')).toHaveValue('Resuelto en este contacto');
    await expect(form.getByText('Obligatorias listas')).toBeVisible();
    await expect(form.getByRole('button', { name: 'Deshacer' })).toBeVisible();
  },
);

test(
  'an agent whose language the catalog does not have reads the reported language',
  LONG,
  async ({ sandbox, flex }) => {
    await sandbox.settings({ languages: { agent1: 'fr' } });
    await flex.open();
    const task = await sandbox.sendCustom();
    const before = await sandbox.attributes(task);
    await flex.accept();
    await flex.openTab();
    await flex.answerService('Ticket opened', 'Win-back');
    await flex.complete();
    expect((await sandbox.completed(task)).attributes).toBe(
      withConversations(before, '{"outcome":"Ticket opened","campaign":"Win-back"}'),
    );
  },
);
