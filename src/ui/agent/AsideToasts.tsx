import { useEffect, useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Toast, ToastContainer } from '@twilio-paste/core/toast';
import type { Aside } from '../../app/ports';
import type { Catalog } from '../../core/catalog/types';
import { momentText } from '../../strings/timeOfDay';
import type { Translate } from '../../strings/translate';
import { asideLines } from './asideLines';

interface AsideToastsProps {
  readonly asides: readonly Aside[];
  readonly findCatalog: (version: number) => Promise<Catalog | null>;
  readonly onSeen: (aside: Aside) => void;
  /** Told when the list stands there, and each time there is more or less of it. */
  readonly onShown: () => void;
  readonly language: string;
  readonly t: Translate;
}

/** Answers that are on no task, each until the agent has put it away. */
export function AsideToasts({ asides, onShown, ...props }: AsideToastsProps) {
  useEffect(onShown, [asides, onShown]);
  if (asides.length === 0) return null;
  return (
    <ToastContainer>
      {asides.map((aside) => (
        <AsideToast key={`${aside.reservationSid} ${aside.reason}`} aside={aside} {...props} />
      ))}
    </ToastContainer>
  );
}

function AsideToast({
  aside,
  findCatalog,
  onSeen,
  language,
  t,
}: Omit<AsideToastsProps, 'asides' | 'onShown'> & { readonly aside: Aside }) {
  const [catalog, setCatalog] = useState<Catalog | null>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    let isGone = false;
    void findCatalog(aside.catalogVersion).then((found) => {
      if (!isGone) setCatalog(found);
    });
    return () => {
      isGone = true;
    };
  }, [findCatalog, aside]);
  const lines = asideLines(aside, catalog, language, t);
  const text = lines.map(({ name, value }) => `${name}: ${value}`).join('\n');
  return (
    <Toast
      variant="warning"
      onDismiss={() => onSeen(aside)}
      i18nDismissLabel={t('aside.dismiss')}
      i18nWarningLabel={t('aside.warning')}
    >
      <Box data-debrief="aside" minWidth="size0">
        {t(`aside.${aside.reason}`, { time: momentText(aside.at, language) })}
        <Box
          as="dl"
          marginX="space0"
          marginY="space30"
          maxHeight="size30"
          overflowY="auto"
          overflowWrap="anywhere"
          tabIndex={0}
          aria-label={t('aside.answers')}
          role="group"
        >
          {lines.map(({ name, value }) => (
            <Box key={name} marginBottom="space20">
              <Box as="dt" color="colorTextWeak" fontSize="fontSize20">
                {name}
              </Box>
              <Box as="dd" margin="space0">
                {value}
              </Box>
            </Box>
          ))}
        </Box>
        <Button
          variant="link"
          onClick={() => {
            void navigator.clipboard.writeText(text).then(() => setCopied(true));
          }}
        >
          {t(isCopied ? 'aside.copied' : 'aside.copy')}
        </Button>
      </Box>
    </Toast>
  );
}
