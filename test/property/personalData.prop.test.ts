import * as fc from 'fast-check';
import { findPersonalData, maskPersonalData } from '../../src/core/capture/personalData';

const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('4111111111111111', '+442079460000', 'ada@example.com', '078-05-1120', ' '),
      fc.stringMatching(/^[0-9 .()+/@•-]{0,30}$/),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const IDS = ['\\d{3}-\\d{2}-\\d{4}'];

describe('personal data in any text', () => {
  it('stands at places in order, without overlaps', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const place of findPersonalData(text, IDS)) {
          expect(place.start).toBeGreaterThanOrEqual(end);
          expect(place.end).toBeGreaterThan(place.start);
          end = place.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('is found no more once it is masked, and nothing else has changed', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const masked = maskPersonalData(text, IDS);
        expect(findPersonalData(masked, IDS)).toEqual([]);
        expect(maskPersonalData(masked, IDS)).toBe(masked);
        if (findPersonalData(text, IDS).length === 0) expect(masked).toBe(text);
      }),
    );
  });
});
