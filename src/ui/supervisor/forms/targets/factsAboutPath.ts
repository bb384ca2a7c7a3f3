import { neededMark } from '../../../../core/catalog/targetRules';
import type { CatalogContent, Field, Texts } from '../../../../core/catalog/types';
import { MEDIA_PATH } from '../../../../core/capture/storedMedia';
import { findEntry, findPairPartner } from '../../../../core/insights/dictionary';
import type { TranslateEditor } from '../../../../strings/editor/translateEditor';
import { reportName } from '../../../agent/reportName';
import { targetUsers } from './targetUsers';

interface FactsAbout {
  readonly content: CatalogContent;
  /** The field that asks; it is not told of itself. */
  readonly field: Field;
  readonly nameOf: (texts: Texts) => string;
  readonly t: TranslateEditor;
}

/** What whoever chooses a path should know about it, most important first. */
export function factsAboutPath(path: string, { content, field, nameOf, t }: FactsAbout): string[] {
  const entry = findEntry(path);
  if (!entry) return [t('forms.path.unknown')];
  const facts = [path === MEDIA_PATH ? t('forms.path.media') : t(`forms.path.kind.${entry.kind}`)];
  if (entry.entity === 'customers') facts.push(t('forms.path.customer'));
  const mark = neededMark(entry);
  if (mark !== null) facts.push(t(`forms.path.needs.${mark}`));
  if (entry.allowed) facts.push(t('forms.path.allowed', { values: entry.allowed.join(', ') }));
  else if (entry.type === 'integer') facts.push(t('forms.path.integer'));
  else if (entry.maxLength !== null) facts.push(t('forms.path.limit', { limit: entry.maxLength }));
  const partner = findPairPartner(path);
  if (partner !== undefined) facts.push(t('forms.path.partner', { name: reportName(partner) }));
  if (entry.pii === true) facts.push(t('forms.path.pii'));
  const users = targetUsers(content, path).filter((user) => user.field !== field);
  if (users.length > 0) {
    const names = users.map((user) =>
      t('forms.path.user', { field: nameOf(user.field.name), form: nameOf(user.form.name) }),
    );
    facts.push(t('forms.path.usedBy', { fields: names.join(', ') }));
  }
  return facts;
}
