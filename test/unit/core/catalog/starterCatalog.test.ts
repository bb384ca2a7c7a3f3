import { readFileSync } from 'node:fs';
import starter from '../../../../public/starter-catalog.json';
import { fieldsOf } from '../../../../src/core/catalog/fieldsOf';
import { parseCatalog } from '../../../../src/core/catalog/parseCatalog';
import { resolveForm } from '../../../../src/core/catalog/resolveForm';
import { targetPaths } from '../../../../src/core/catalog/targetPaths';
import type { Catalog, Direction } from '../../../../src/core/catalog/types';
import { factsFor } from '../../../support/facts';

const parsed = parseCatalog(starter);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
const catalog: Catalog = parsed.value;
const page = readFileSync('docs/starter-catalog.md', 'utf8');
const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim());
const rows = page.split('\n').filter((line) => line.startsWith('|'));

const formFor = (queueName: string, channel: string, direction: Direction) =>
  resolveForm(catalog, factsFor({ queueName, channel, direction })).form?.id ?? null;

describe('the starter catalog', () => {
  it('stops no completion on the day of installation', () => {
    expect(catalog.policies).toEqual({ enforcement: 'optional', wayOut: true });
  });

  it.each<[string, string, Direction, string | null]>([
    ['Support', 'voice', 'inbound', 'inbound-service'],
    ['Sales', 'voice', 'outbound', 'outbound-sales'],
    ['Everyone', 'chat', 'inbound', 'digital'],
    ['Support', 'custom1', 'inbound', 'inbound-service'],
    ['A queue nobody named', 'voice', 'unknown', 'inbound-service'],
    ['Internal', 'voice', 'inbound', null],
  ])('gives queue %s, channel %s, %s the form %s', (queue, channel, direction, form) => {
    expect(formFor(queue, channel, direction)).toBe(form);
  });

  it('has every text in English and Spanish', () => {
    const texts = [
      ...catalog.picklists.flatMap(({ name, options }) => [name, ...options.map((o) => o.name)]),
      ...catalog.forms.flatMap((form) => [
        form.name,
        ...form.sections.map(({ name }) => name),
        ...fieldsOf(form).flatMap(({ name, help }) => (help ? [name, help] : [name])),
      ]),
    ];
    expect(texts.filter((text) => !text['en'] || !text['es'])).toEqual([]);
  });

  it('gives a target the same field in every form, so that one report covers all', () => {
    const fieldByTarget = new Map<string, string>();
    for (const field of catalog.forms.flatMap(fieldsOf)) {
      for (const path of targetPaths(field)) {
        expect(fieldByTarget.get(path) ?? field.id).toBe(field.id);
        fieldByTarget.set(path, field.id);
      }
    }
    expect(fieldByTarget.size).toBe(12);
  });

  it('is documented line by line', () => {
    for (const picklist of catalog.picklists) {
      expect(page).toContain(`### \`${picklist.id}\``);
      for (const { code, parent, reported, name } of picklist.options) {
        const row = ['', `\`${code}\``, parent ? `\`${parent}\`` : '', reported, name['es']];
        const found = rows.map(cellsOf).filter((cells) => cells[1] === row[1]);
        expect(found.map((cells) => cells.slice(0, 5))).toContainEqual(row);
      }
    }
    for (const form of catalog.forms) {
      expect(page).toContain(`### \`${form.id}\``);
      for (const section of form.sections) {
        for (const field of section.fields) {
          const row = ['', `\`${section.id}\``, `\`${field.id}\``, field.name['en']];
          expect(rows.map((line) => cellsOf(line).slice(0, 4))).toContainEqual(row);
        }
      }
      for (const path of fieldsOf(form).flatMap(targetPaths)) {
        expect(page).toContain(path.replace(/(attribute|label)_[23]$/, '$1_1'));
      }
    }
    for (const { id } of catalog.assignments) {
      expect(rows.map((line) => cellsOf(line)[1])).toContain(`\`${id}\``);
    }
  });
});
