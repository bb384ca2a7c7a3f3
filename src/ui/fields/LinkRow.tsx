import type { Ref } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { Option, Select } from '@twilio-paste/core/select';
import { CloseIcon } from '@twilio-paste/icons/esm/CloseIcon';
import type { MediaLink } from '../../core/capture/types';
import type { MediaType } from '../../core/catalog/types';
import type { Translate } from '../../strings/translate';

interface LinkRowProps {
  readonly id: string;
  readonly position: number;
  readonly link: MediaLink;
  readonly types: readonly MediaType[];
  readonly readOnly: boolean;
  readonly hasError: boolean;
  readonly required: boolean;
  readonly addressRef: Ref<HTMLInputElement>;
  readonly onChange: (changes: Partial<MediaLink>) => void;
  readonly onRemove: () => void;
  readonly t: Translate;
}

/** One link of the agent's, to be filled in, changed and taken back. */
export function LinkRow(props: LinkRowProps) {
  const { id, position, link, types, readOnly, hasError, onChange, onRemove, t } = props;
  const asks = types.length > 1 || !types.includes(link.type);
  return (
    <Box
      role="group"
      aria-label={t('media.link', { position })}
      position="relative"
      display="flex"
      flexDirection="column"
      rowGap="space30"
      marginBottom="space40"
      padding="space40"
      borderColor="colorBorderWeaker"
      borderStyle="solid"
      borderWidth="borderWidth10"
      borderRadius="borderRadius20"
    >
      {asks ? (
        <Box>
          <Label htmlFor={`${id}-type`}>{t('media.type')}</Label>
          <Select
            id={`${id}-type`}
            value={link.type}
            disabled={readOnly}
            onChange={({ target }) => onChange({ type: target.value as MediaType })}
          >
            {[...new Set([...types, link.type])].map((type) => (
              <Option key={type} value={type}>
                {t(`media.${type}`)}
              </Option>
            ))}
          </Select>
        </Box>
      ) : null}
      <Box>
        <Label htmlFor={`${id}-address`}>{t('media.address')}</Label>
        <Input
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          id={`${id}-address`}
          ref={props.addressRef}
          value={link.url}
          readOnly={readOnly}
          hasError={hasError}
          aria-invalid={hasError}
          aria-required={props.required}
          onChange={({ target }) => onChange({ url: target.value })}
        />
      </Box>
      <Box>
        <Label htmlFor={`${id}-title`}>{t('media.title')}</Label>
        <Input
          type="text"
          autoComplete="off"
          id={`${id}-title`}
          value={link.title}
          readOnly={readOnly}
          onChange={({ target }) => onChange({ title: target.value })}
        />
      </Box>
      {readOnly ? null : (
        <Box position="absolute" top="space20" right="space20">
          <Button variant="secondary_icon" size="icon_small" onClick={onRemove}>
            <CloseIcon
              decorative={false}
              title={t('media.remove', { position })}
              size="sizeIcon10"
            />
          </Button>
        </Box>
      )}
    </Box>
  );
}
