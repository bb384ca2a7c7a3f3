import type { Rule } from '../../catalog/types';
import { isJsonObject } from '../../json';
import type { Template } from './types';
import { variableIn } from './wordsOfRule';

/** What a template may name in braces. Anything else in braces is text. */
const NAMED =
  /\{((?:answers|task|worker)\.[^{}]+|queue|queueSid|channel|direction|time\.(?:date|clock|weekday))\}/;

/** `Order {task.order}` taken apart. */
export const parseTemplate = (text: string): Template =>
  text
    .split(NAMED)
    .map((part, position) => (position % 2 === 1 ? { about: part } : part))
    .filter((part) => part !== '');

export const formatTemplate = (template: Template): string =>
  template.map((part) => (typeof part === 'string' ? part : `{${part.about}}`)).join('');

/** The rule that puts a template together: a text, a variable, or `cat`. */
export function ruleOfTemplate(template: Template): Rule {
  const parts = template.map((part) => (typeof part === 'string' ? part : { var: part.about }));
  return parts.length > 1 ? { cat: parts } : (parts[0] ?? '');
}

/** The template that a rule puts together; null when it does something else. */
export function templateOfRule(rule: Rule): Template | null {
  if (typeof rule === 'string') return readsBack(rule === '' ? [] : [rule]);
  const about = variableIn(rule);
  if (about !== null) return readsBack([{ about }]);
  const parts = isJsonObject(rule) && Object.keys(rule).length === 1 ? rule['cat'] : undefined;
  if (!Array.isArray(parts) || parts.length < 2) return null;
  const template: (string | { readonly about: string })[] = [];
  for (const part of parts as readonly Rule[]) {
    const variable = variableIn(part);
    if (variable !== null) template.push({ about: variable });
    else if (typeof part === 'string') template.push(part);
    else return null;
  }
  return readsBack(template);
}

/** Written in braces, one text may look like another's variable, and two texts side by side like one. */
const readsBack = (template: Template): Template | null =>
  JSON.stringify(parseTemplate(formatTemplate(template))) === JSON.stringify(template)
    ? template
    : null;
