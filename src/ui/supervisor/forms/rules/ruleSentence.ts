import type { CatalogContent, Form, Texts } from '../../../../core/catalog/types';
import type { Condition, Group, Literal } from '../../../../core/rules/words/types';
import type { TranslateEditor } from '../../../../strings/editor/translateEditor';
import { FACT_NAMES, fieldAsked, valueKind } from './subjects';

interface Naming {
  readonly content: CatalogContent;
  readonly form: Form;
  readonly nameOf: (texts: Texts) => string;
  readonly t: TranslateEditor;
}

/** What a variable is called. */
export function subjectName(about: string, { form, nameOf, t }: Naming): string {
  const fact = FACT_NAMES.find((name) => name === about);
  if (fact) return t(`forms.about.${fact}`);
  const field = fieldAsked(form, about);
  if (field) return nameOf(field.name);
  const [root = '', ...rest] = about.split('.');
  const name = rest.join('.');
  if (root === 'task' || root === 'worker') return t(`forms.about.${root}.named`, { name });
  return about;
}

/** What a value is called that a variable is compared with. */
export function valueName(about: string, value: Literal, { content, form, nameOf, t }: Naming) {
  const field = fieldAsked(form, about);
  if (field && 'picklist' in field) {
    const option = content.picklists
      .find(({ id }) => id === field.picklist)
      ?.options.find(({ code }) => code === value);
    if (option) return nameOf(option.name);
  }
  if (typeof value === 'boolean') return t(value ? 'forms.value.yes' : 'forms.value.no');
  const kind = valueKind(form, about);
  if (kind === 'weekday') {
    const day = ([1, 2, 3, 4, 5, 6, 7] as const).find((one) => one === value);
    if (day) return t(`forms.weekday.${day}`);
  }
  if (kind === 'direction') {
    const direction = (['inbound', 'outbound', 'unknown'] as const).find((one) => one === value);
    if (direction) return t(`forms.direction.${direction}`);
  }
  return value === '' ? t('forms.value.empty') : String(value);
}

function conditionSentence(condition: Condition, naming: Naming): string {
  const { about, test } = condition;
  const { t } = naming;
  const subject = subjectName(about, naming);
  const named = (value: Literal) => valueName(about, value, naming);
  switch (test) {
    case 'filled':
    case 'empty':
    case 'true':
    case 'false':
      return t(`forms.says.${test}`, { subject });
    case 'one-of':
    case 'none-of':
      return t(`forms.says.${test}`, {
        subject,
        values: condition.values.map(named).join(', ') || t('forms.value.nothing'),
      });
    case 'under':
    case 'not-under':
      return t(`forms.says.${test}`, { subject, value: named(condition.code) });
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const compared = t(`forms.says.${test}`, { subject, value: named(condition.than) });
      return condition.orEmpty ? t('forms.says.orEmpty', { compared }) : compared;
    }
    default:
      return t(`forms.says.${test}`, { subject, value: named(condition.value) });
  }
}

/** A rule in one sentence part, e.g. `Outcome is under Sales`. */
export function ruleSentence(words: Group, naming: Naming): string {
  const parts = words.parts.map((part) => {
    if (!('join' in part)) return conditionSentence(part, naming);
    const inner = ruleSentence(part, naming);
    return part.parts.length > 1 && part.join !== 'none' ? `(${inner})` : inner;
  });
  const { t } = naming;
  const all = parts.join(t(words.join === 'all' ? 'forms.says.and' : 'forms.says.or'));
  return words.join === 'none' ? t('forms.says.none', { parts: all }) : all;
}
