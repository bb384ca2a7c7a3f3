import * as fc from 'fast-check';
import { applyChanges } from '../../src/core/diff/applyChanges';
import { diffContent } from '../../src/core/diff/diffContent';
import { alikeContents as contents } from '../support/alikeContents';

test('a diff, applied, gives the target', () => {
  fc.assert(
    fc.property(contents, contents, (before, after) => {
      expect(applyChanges(before, diffContent(before, after))).toEqual(after);
    }),
    { numRuns: 500 },
  );
});

test('there is a difference only where there is one', () => {
  fc.assert(
    fc.property(contents, contents, (before, after) => {
      const copy = JSON.parse(JSON.stringify(before)) as typeof before;
      expect(diffContent(before, copy)).toEqual([]);
      for (const change of diffContent(before, after)) {
        if (change.type === 'changed') expect(change.before).not.toEqual(change.after);
      }
    }),
  );
});
