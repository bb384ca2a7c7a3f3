import { Badge } from '@twilio-paste/core/badge';
import { AttributePath } from './AttributePath';
import { EmptyState } from './EmptyState';

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

interface RecordTableProps {
  /** By dictionary path. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Attributes that were written while the task was here. */
  readonly written: ReadonlySet<string>;
}

/** The record Flex Insights would keep. */
export const RecordTable = ({ values, written }: RecordTableProps) => {
  const entries = Object.entries(values);
  if (entries.length === 0) return <EmptyState>Insights would keep no value.</EmptyState>;
  return (
    <table className="rows" aria-label="Record Insights would make">
      <thead>
        <tr>
          <th scope="col">Insights attribute</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(([path, value]) => (
          <tr key={path}>
            <td>
              <AttributePath path={path} />
            </td>
            <td>
              {shown(value)}{' '}
              {written.has(path) && (
                <Badge as="span" variant="success">
                  new on the task
                </Badge>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
