import { Text } from '@twilio-paste/core/text';
import type { ReactNode } from 'react';
import { AttributePath } from './AttributePath';
import type { AttributeDiff, ChangedLeaf, Leaf } from './attributeDiff';

const ROOT = '(all attributes)';

interface DiffRowsProps {
  readonly kind: string;
  readonly leaves: readonly (Leaf | ChangedLeaf)[];
}

const DiffRows = ({ kind, leaves }: DiffRowsProps) => (
  <>
    {leaves.map((leaf) => (
      <tr key={leaf.path}>
        <td className="kind">{kind}</td>
        <td>
          <AttributePath path={leaf.path || ROOT} />
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
      </tr>
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
  if (added.length + changed.length + removed.length === 0)
    return <Note>No value changed; the text did, in its order or spacing.</Note>;
  return (
    <div>
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
      <Note>
        Everything else is untouched:{' '}
        {untouched.length === 1
          ? '1 value is as it was.'
          : `${untouched.length} values are as they were.`}
      </Note>
    </div>
  );
};
