import { useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { Paragraph } from '@twilio-paste/core/paragraph';
import { exportCatalog } from '../../../core/exchange/catalogJson';
import { exportOptions } from '../../../core/exchange/exportOptions';
import type { EditorTabProps } from '../EditorTabProps';
import { download } from './download';
import { PicklistSelect } from './PicklistSelect';

type ExportPartProps = Pick<EditorTabProps, 'content' | 'language' | 't'>;

/** The draft as a file, and each picklist as a table. */
export function ExportPart({ content, language, t }: ExportPartProps) {
  const [wanted, setWanted] = useState<string | null>(null);
  const picklist = content.picklists.find(({ id }) => id === wanted) ?? content.picklists[0];
  return (
    <Box as="section" aria-labelledby="debrief-export-title" minWidth="size0">
      <Heading as="h3" variant="heading40" id="debrief-export-title">
        {t('exchange.export.title')}
      </Heading>
      <Paragraph>{t('exchange.export.text')}</Paragraph>
      <Box display="flex" flexDirection="column" rowGap="space50" maxWidth="size70">
        <Box>
          <Button
            variant="secondary"
            onClick={() =>
              download('debrief-catalog.json', 'application/json', exportCatalog(content))
            }
          >
            {t('exchange.export.catalog')}
          </Button>
        </Box>
        {picklist ? (
          <>
            <PicklistSelect
              id="debrief-export-picklist"
              label={t('exchange.export.picklist')}
              content={content}
              language={language}
              chosen={picklist.id}
              onChoose={setWanted}
            />
            <Box>
              <Button
                variant="secondary"
                onClick={() =>
                  // Without the mark Excel takes UTF-8 for something else.
                  download(
                    `${picklist.id}.csv`,
                    'text/csv',
                    `\uFEFF${exportOptions(content, picklist.id)}`,
                  )
                }
              >
                {t('exchange.export.options')}
              </Button>
            </Box>
          </>
        ) : null}
      </Box>
    </Box>
  );
}
