import { fieldIndex, picklistIndex } from '../../../../src/core/catalog/picklistIndex';
import type { Option, Picklist } from '../../../../src/core/catalog/types';
import { richCatalog } from '../../../support/richCatalog';

const outcomes = fieldIndex(richCatalog, { picklist: 'outcomes' });
const codes = (options: readonly Option[]) => options.map(({ code }) => code);

describe('picklistIndex', () => {
  it('gives the way from the root to an option', () => {
    expect(codes(outcomes.pathOf('dispute'))).toEqual(['billing', 'dispute']);
    expect(codes(outcomes.pathOf('billing'))).toEqual(['billing']);
    expect(outcomes.pathOf('nobody')).toEqual([]);
  });

  it('offers what is not archived and has no archived ancestor, in catalog order', () => {
    expect(codes(outcomes.choosable('any'))).toEqual(['billing', 'invoice', 'dispute', 'other']);
    expect(codes(outcomes.choosable('leaves'))).toEqual(['invoice', 'dispute', 'other']);
  });

  it('keeps a heading a heading when all below it is archived', () => {
    const option = (code: string, more: Partial<Option> = {}): Option => ({
      code,
      reported: code,
      name: { en: code },
      ...more,
    });
    const picklist: Picklist = {
      id: 'p',
      name: { en: 'P' },
      options: [option('top'), option('below', { parent: 'top', archived: true })],
    };
    const index = picklistIndex(picklist);
    expect(index.isLeaf('top')).toBe(false);
    expect(index.choosable('leaves')).toEqual([]);
    expect(codes(index.choosable('any'))).toEqual(['top']);
  });

  it('says of one option whether it can be chosen', () => {
    expect(outcomes.isChoosable('dispute', 'leaves')).toBe(true);
    expect(outcomes.isChoosable('billing', 'leaves')).toBe(false);
    expect(outcomes.isChoosable('billing', 'any')).toBe(true);
    expect(outcomes.isChoosable('retired', 'any')).toBe(false);
    expect(outcomes.isChoosable('below-retired', 'any')).toBe(false);
    expect(outcomes.isChoosable('nobody', 'any')).toBe(false);
  });

  it('puts unknown codes behind all others', () => {
    expect(outcomes.orderOf('billing')).toBe(0);
    expect(outcomes.orderOf('other')).toBe(5);
    expect(outcomes.orderOf('nobody')).toBe(6);
  });

  it('is made once per picklist', () => {
    expect(fieldIndex(richCatalog, { picklist: 'outcomes' })).toBe(outcomes);
  });

  it('is empty for a picklist that the catalog does not have', () => {
    expect(fieldIndex(richCatalog, { picklist: 'nothing' }).choosable('any')).toEqual([]);
  });
});
