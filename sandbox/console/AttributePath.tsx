import { Fragment } from 'react';

interface AttributePathProps {
  readonly path: string;
}

/** An attribute's path, which breaks at its dots, and then its underscores, where space is short. */
export const AttributePath = ({ path }: AttributePathProps) => (
  <code>
    {path.split('.').map((part, index) => (
      <Fragment key={index}>
        {index > 0 && '.'}
        {index > 0 && <wbr />}
        {part.split('_').map((word, at) => (
          <Fragment key={at}>
            {at > 0 && '_'}
            {at > 0 && <wbr />}
            {word}
          </Fragment>
        ))}
      </Fragment>
    ))}
  </code>
);
