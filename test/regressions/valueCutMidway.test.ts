import { validateCapture } from '../../src/core/capture/validateCapture';
import { parseCatalog } from '../../src/core/catalog/parseCatalog';
import { captureOf } from '../support/richCapture';
import { richCatalog, richForm } from '../support/richCatalog';
import { noFacts } from '../support/facts';

// Elsewhere: texts and dispositions of 200 characters were stored, of which Insights keeps 128 and says nothing.
describe('a value that Insights would cut', () => {
  const task = { conversations: { outcome: 'Other' } };
  const written = (text: string) =>
    validateCapture(
      richCatalog,
      richForm,
      captureOf(task, { type: 'write', field: 'market', text }),
      task,
      noFacts,
    );

  it('is refused before it is stored', () => {
    expect(written('x'.repeat(200))).toEqual([
      { field: 'market', code: 'too-long', details: { length: 200, max: 128 } },
    ]);
  });

  it('is measured in UTF-16 units, the stricter reading of "characters"', () => {
    expect(written('🙂'.repeat(64))).toEqual([]);
    expect(written('🙂'.repeat(65))).toEqual([
      { field: 'market', code: 'too-long', details: { length: 130, max: 128 } },
    ]);
  });

  it('cannot be an option either', () => {
    const text = JSON.stringify(richCatalog).replace(
      '"reported":"Other"',
      `"reported":"${'x'.repeat(200)}"`,
    );
    expect(parseCatalog(JSON.parse(text))).toEqual({
      ok: false,
      error: [
        {
          code: 'too-long',
          path: '/picklists/0/options/5/reported',
          details: { length: 200, limit: 128 },
        },
      ],
    });
  });
});
