import { HelpText } from '@twilio-paste/core/help-text';
import type { CatalogProblem } from '../../../core/catalog/types';
import { findingText } from '../../../strings/editor/findingText';
import { isWarning } from './findingsAt';
import { useForms } from './FormsContext';

/** What is wrong, or may be, in words. */
export function FindingList({ findings }: { readonly findings: readonly CatalogProblem[] }) {
  const { t } = useForms();
  return (
    <>
      {findings.map((finding) => (
        <HelpText
          key={`${finding.code} ${finding.path}`}
          variant={isWarning(finding) ? 'warning' : 'error'}
        >
          {findingText(t, finding)}
        </HelpText>
      ))}
    </>
  );
}
