import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';
import type { ReactNode } from 'react';
import type { AttributeDiff, ChangedLeaf, Leaf } from './attributeDiff';

const ROOT = '(all attributes)';

interface DiffRowsProps {
  readonly kind: string;
  readonly leaves: readonly (Leaf | ChangedLeaf)[];
}

const DiffRows = ({ kind, leaves }: DiffRowsProps) => (
  <>
    {leaves.map((leaf) => (
      <Box as="tr" key={leaf.path} data-kind={kind}>
        <td>{kind}</td>
        <td>
          <code>{leaf.path || ROOT}</code>
        </td>
        <td>
          {'before' in leaf && (
            <>
              <del>
                <code>{leaf.before}</code>
              </del>
              {' → '}
            </>
          )}
          <code>{leaf.value}</code>
        </td>
      </Box>
    ))}
  </>
);

const Note = ({ children }: { readonly children: ReactNode }) => (
  <Text as="p" fontSize="fontSize20" color="colorTextWeak" marginTop="space30">
    {children}
  </Text>
);

interface DiffViewProps {
  readonly diff: AttributeDiff;
}

/** What happened to the attributes since the task came in, and that nothing else did. */
export const DiffView = ({ diff }: DiffViewProps) => {
  const { added, changed, removed, untouched, identical } = diff;
  if (identical)
    return <Note>Nothing changed since the task came in: the same text, byte for byte.</Note>;
  return (
    <>
      {added.length + changed.length + removed.length > 0 && (
        <table className="rows" aria-label="Changed attributes">
          <thead>
            <tr>
              <th scope="col">Change</th>
              <th scope="col">Attribute</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            <DiffRows kind="added" leaves={added} />
            <DiffRows kind="changed" leaves={changed} />
            <DiffRows kind="removed" leaves={removed} />
          </tbody>
        </table>
      )}
      <Note>
        Everything else is untouched: {untouched.length} of the values that were there before.
      </Note>
    </>
  );
};
