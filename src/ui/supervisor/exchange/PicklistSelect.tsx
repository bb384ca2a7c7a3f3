import { Box } from '@twilio-paste/core/box';
import { Label } from '@twilio-paste/core/label';
import { Option, Select } from '@twilio-paste/core/select';
import { textIn } from '../../../core/catalog/textIn';
import type { CatalogContent, LanguageTag } from '../../../core/catalog/types';

interface PicklistSelectProps {
  readonly id: string;
  readonly label: string;
  readonly content: CatalogContent;
  readonly language: LanguageTag;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

export function PicklistSelect({
  id,
  label,
  content,
  language,
  chosen,
  onChoose,
}: PicklistSelectProps) {
  return (
    <Box>
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {content.picklists.map(({ id: picklist, name }) => (
          <Option key={picklist} value={picklist}>
            {textIn(name, language, content.reportedLanguage) || picklist}
          </Option>
        ))}
      </Select>
    </Box>
  );
}
