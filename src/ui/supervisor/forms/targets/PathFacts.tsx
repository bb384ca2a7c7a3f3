import { Box } from '@twilio-paste/core/box';
import type { Field } from '../../../../core/catalog/types';
import { reportName } from '../../../agent/reportName';
import { useForms } from '../FormsContext';
import { factsAboutPath } from './factsAboutPath';

interface PathFactsProps {
  readonly path: string;
  readonly field: Field;
}

/** A dictionary path, and what Insights makes of it. */
export function PathFacts({ path, field }: PathFactsProps) {
  const scope = useForms();
  return (
    <Box as="span" display="block" minWidth="size0" overflowWrap="anywhere">
      <Box as="span" display="block" fontWeight="fontWeightSemibold">
        {reportName(path)}
      </Box>
      <Box as="span" display="block" fontFamily="fontFamilyCode" fontSize="fontSize20">
        {path}
      </Box>
      {factsAboutPath(path, { ...scope, field }).map((fact) => (
        <Box
          key={fact}
          as="span"
          display="block"
          color="colorTextWeak"
          fontSize="fontSize20"
          lineHeight="lineHeight20"
        >
          {fact}
        </Box>
      ))}
    </Box>
  );
}
