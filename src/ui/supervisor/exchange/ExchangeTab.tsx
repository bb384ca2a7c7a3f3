import { Box } from '@twilio-paste/core/box';
import { Paragraph } from '@twilio-paste/core/paragraph';
import { Separator } from '@twilio-paste/core/separator';
import type { EditorTabProps } from '../EditorTabProps';
import { ExportPart } from './ExportPart';
import { ImportCatalog } from './ImportCatalog';
import { ImportDispositions } from './ImportDispositions';
import { ImportOptions } from './ImportOptions';

/** Files out of the draft and into it. */
export function ExchangeTab(props: EditorTabProps) {
  const { content, language, readOnly, t } = props;
  return (
    <Box display="flex" flexDirection="column" rowGap="space60" minWidth="size0">
      <ExportPart content={content} language={language} t={t} />
      <Separator orientation="horizontal" />
      {readOnly ? (
        <Paragraph marginBottom="space0">{t('exchange.readOnly')}</Paragraph>
      ) : (
        <>
          <ImportOptions {...props} />
          <ImportCatalog {...props} />
          <ImportDispositions {...props} />
        </>
      )}
    </Box>
  );
}
