import type { Rule } from '../../catalog/types';
import { comparesEmpty } from './comparesEmpty';
import type { Condition, Group } from './types';

/** What stands for "nothing there" in an attribute, which others write as they like. */
export const NO_VALUE = [null, ''] as const;

const not = (rule: Rule): Rule => ({ '!': [rule] });

/** By what a variable is: answers are never empty texts, skills are always a list. */
function emptyRule(about: string): Rule {
  const value = { var: about };
  if (about.startsWith('answers.')) return { '===': [value, null] };
  return about === 'worker.skills' ? not(value) : { in: [value, NO_VALUE] };
}

function filledRule(about: string): Rule {
  const value = { var: about };
  if (about.startsWith('answers.')) return { '!==': [value, null] };
  return about === 'worker.skills' ? { '!!': [value] } : not(emptyRule(about));
}

function conditionRule(condition: Condition): Rule {
  const value = { var: condition.about };
  switch (condition.test) {
    case 'is':
      return { '===': [value, condition.value] };
    case 'is-not':
      return { '!==': [value, condition.value] };
    case 'one-of':
      return { in: [value, condition.values] };
    case 'none-of':
      return not({ in: [value, condition.values] });
    case 'under':
    case 'not-under': {
      const path = { var: condition.about.replace(/^answers\./, 'paths.') };
      const under: Rule = { in: [condition.code, path] };
      return condition.test === 'under' ? under : not(under);
    }
    case 'contains':
      return { in: [condition.value, value] };
    case 'lacks':
      return not({ in: [condition.value, value] });
    case 'filled':
      return filledRule(condition.about);
    case 'empty':
      return emptyRule(condition.about);
    case 'true':
      return { '!!': [value] };
    case 'false':
      return not(value);
    default: {
      const { test, than, orEmpty } = condition;
      const compared = { [test]: [value, than] };
      if (!comparesEmpty(test, than)) return compared;
      // JsonLogic alone would count a missing answer as 0.
      return orEmpty
        ? { or: [{ '===': [value, null] }, compared] }
        : { and: [{ '!==': [value, null] }, compared] };
    }
  }
}

const isGroup = (part: Condition | Group): part is Group => 'join' in part;

function groupRule({ join, parts }: Group): Rule {
  const rules = parts.map((part) => (isGroup(part) ? groupRule(part) : conditionRule(part)));
  if (join === 'all') return { and: rules };
  return join === 'any' ? { or: rules } : not({ or: rules });
}

/** The rule that says what the words say; every group needs a part. */
export function ruleOfWords(words: Group): Rule {
  const [first, ...others] = words.parts;
  const isPlain = words.join === 'all' && first !== undefined && others.length === 0;
  return isPlain && !isGroup(first) ? conditionRule(first) : groupRule(words);
}
