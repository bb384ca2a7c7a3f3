import { textIn } from '../../../../src/core/catalog/textIn';

describe('textIn', () => {
  const texts = { en: 'Sale', es: 'Venta', 'es-MX': 'Venta MX', pt: 'Venda' };

  it.each([
    ['es-MX', 'Venta MX'],
    ['es-AR', 'Venta'],
    ['pt-BR', 'Venda'],
    ['de', 'Sale'],
  ])('finds the text for %s: %s', (language, text) => {
    expect(textIn(texts, language, 'en')).toBe(text);
  });

  it.each(['constructor', '__proto__', 'toString-x'])(
    'finds nothing inherited for %s',
    (language) => {
      expect(textIn(texts, language, 'en')).toBe('Sale');
      expect(textIn({}, language, language)).toBe('');
    },
  );

  it('takes any text when the fallback has none, and none when there is none', () => {
    expect(textIn({ fr: 'Vente' }, 'de', 'en')).toBe('Vente');
    expect(textIn({}, 'de', 'en')).toBe('');
  });
});
