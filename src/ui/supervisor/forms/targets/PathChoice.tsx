import { useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { Modal, ModalBody, ModalHeader, ModalHeading } from '@twilio-paste/core/modal';
import { useUID } from '@twilio-paste/core/uid-library';
import type { Fed } from '../../../../core/catalog/targetRules';
import type { Field } from '../../../../core/catalog/types';
import { findingsAt } from '../findingsAt';
import { FindingList } from '../FindingList';
import { useForms } from '../FormsContext';
import { placeId } from '../places';
import { findPaths } from './findPaths';
import { PathFacts } from './PathFacts';

interface PathChoiceProps {
  /** JSON pointer of the path. */
  readonly pointer: string;
  readonly field: Field;
  readonly path: string;
  readonly fed: Fed;
  readonly onChoose: (path: string) => void;
}

/** Which dictionary path something is stored at, chosen from all that can take it. */
export function PathChoice({ pointer, field, path, fed, onChoose }: PathChoiceProps) {
  const { findings, nameOf, readOnly, t } = useForms();
  const [isOpen, setOpen] = useState(false);
  const headingId = useUID();
  const close = () => setOpen(false);
  return (
    <Box minWidth="size0">
      <PathFacts path={path} field={field} />
      <FindingList findings={findingsAt(findings, pointer)} />
      {readOnly ? null : (
        <Box marginTop="space30">
          <Button
            id={placeId(pointer)}
            variant="secondary"
            size="small"
            onClick={() => setOpen(true)}
          >
            {t('forms.path.choose')}
          </Button>
        </Box>
      )}
      <Modal isOpen={isOpen} onDismiss={close} size="default" ariaLabelledby={headingId}>
        <ModalHeader>
          <ModalHeading as="h3" id={headingId}>
            {t('forms.path.title', { field: nameOf(field.name) })}
          </ModalHeading>
        </ModalHeader>
        <ModalBody>
          <PathList
            field={field}
            path={path}
            fed={fed}
            onChoose={(chosen) => {
              close();
              if (chosen !== path) onChoose(chosen);
            }}
          />
        </ModalBody>
      </Modal>
    </Box>
  );
}

type PathListProps = Pick<PathChoiceProps, 'field' | 'path' | 'fed' | 'onChoose'>;

function PathList({ field, path, fed, onChoose }: PathListProps) {
  const { t } = useForms();
  const [query, setQuery] = useState('');
  const id = useUID();
  const found = findPaths(fed, query);
  return (
    <>
      <Label htmlFor={id}>{t('forms.path.search')}</Label>
      <Input
        id={id}
        type="search"
        value={query}
        autoComplete="off"
        onChange={(event) => setQuery(event.target.value)}
      />
      <Box role="status">
        <HelpText>{t('forms.path.found', { count: found.length })}</HelpText>
      </Box>
      <Box
        as="ul"
        aria-label={t('forms.path.list')}
        margin="space0"
        marginTop="space40"
        padding="space0"
        listStyleType="none"
        display="flex"
        flexDirection="column"
        rowGap="space20"
      >
        {found.map((entry) => (
          <Box as="li" key={entry.path}>
            <Box
              as="button"
              type="button"
              aria-current={entry.path === path ? 'true' : undefined}
              onClick={() => onChoose(entry.path)}
              width="100%"
              padding="space30"
              textAlign="left"
              fontFamily="inherit"
              fontSize="fontSize30"
              lineHeight="lineHeight30"
              cursor="pointer"
              color="colorText"
              borderStyle="solid"
              borderWidth="borderWidth10"
              borderRadius="borderRadius20"
              borderColor={entry.path === path ? 'colorBorderPrimary' : 'colorBorderWeaker'}
              backgroundColor="colorBackgroundBody"
              _hover={{ backgroundColor: 'colorBackground' }}
              _focusVisible={{ outline: 'none', boxShadow: 'shadowFocus' }}
            >
              <PathFacts path={entry.path} field={field} />
            </Box>
          </Box>
        ))}
      </Box>
    </>
  );
}
