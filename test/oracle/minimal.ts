import type { AnyField, Scenario } from './shapes';

const omit = <T>(list: readonly T[], index: number): readonly T[] =>
  list.filter((_, position) => position !== index);

const withFields = (
  scenario: Scenario,
  change: (fields: readonly AnyField[]) => readonly AnyField[],
): Scenario => ({
  ...scenario,
  catalog: {
    ...scenario.catalog,
    forms: scenario.catalog.forms.map((form) => ({
      ...form,
      sections: form.sections.map((section) => ({ ...section, fields: change(section.fields) })),
    })),
  },
});

function* smaller(scenario: Scenario): Generator<Scenario> {
  for (const index of scenario.happenings.keys()) {
    yield { ...scenario, happenings: omit(scenario.happenings, index) };
  }
  const ids = scenario.catalog.forms.flatMap(({ sections }) =>
    sections.flatMap(({ fields }) => fields.map(({ id }) => id)),
  );
  for (const id of ids) {
    yield withFields(scenario, (fields) => fields.filter((field) => field.id !== id));
    for (const part of ['rules', 'prefill', 'default', 'also', 'dependsOn', 'required'] as const) {
      yield withFields(scenario, (fields) =>
        fields.map((field) => {
          if (field.id !== id || field[part] === undefined) return field;
          const { [part]: _left, ...rest } = field;
          return rest;
        }),
      );
    }
  }
  const attributes = JSON.parse(scenario.attributes) as Record<string, unknown>;
  for (const key of Object.keys(attributes)) {
    const { [key]: _left, ...rest } = attributes;
    yield { ...scenario, attributes: JSON.stringify(rest) };
  }
}

/** A smaller scenario that still fails, for a person to read: what is not needed for the failure is left out. */
export function minimal(scenario: Scenario, fails: (scenario: Scenario) => boolean): Scenario {
  for (const candidate of smaller(scenario)) {
    const isSmaller = JSON.stringify(candidate).length < JSON.stringify(scenario).length;
    if (isSmaller && fails(candidate)) return minimal(candidate, fails);
  }
  return scenario;
}
