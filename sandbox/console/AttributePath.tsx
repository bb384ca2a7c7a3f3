import { Fragment } from 'react';

interface AttributePathProps {
  readonly path: string;
}

/** An attribute's path, which breaks at its dots where space is short. */
export const AttributePath = ({ path }: AttributePathProps) => (
  <code>
    {path.split('.').map((part, index) => (
      <Fragment key={index}>
        {index > 0 && '.'}
        {index > 0 && <wbr />}
        {part}
      </Fragment>
    ))}
  </code>
);
