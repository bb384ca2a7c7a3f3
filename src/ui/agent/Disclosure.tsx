import { useEffect, useState, type ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { ChevronDownIcon } from '@twilio-paste/icons/esm/ChevronDownIcon';
import { ChevronRightIcon } from '@twilio-paste/icons/esm/ChevronRightIcon';

interface DisclosureProps {
  readonly id: string;
  readonly title: string;
  /** Read out instead of the title, where that alone says too little. It begins with it. */
  readonly label?: string;
  /** Open whatever the agent chose: something in it has to be seen. */
  readonly forced?: boolean;
  readonly children: () => ReactNode;
}

/** Something that is there when it is asked for. Made only while it is open. Paste's own brings reakit (28 kB). */
export function Disclosure({ id, title, label, forced = false, children }: DisclosureProps) {
  const [chosen, setChosen] = useState(false);
  const isOpen = chosen || forced;
  // What had to be seen is being worked on: it must not close by itself once that is done.
  useEffect(() => {
    if (forced) setChosen(true);
  }, [forced]);
  const Chevron = isOpen ? ChevronDownIcon : ChevronRightIcon;
  return (
    <Box minWidth="size0">
      <Button
        variant="link"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setChosen(!isOpen)}
      >
        <Chevron decorative size="sizeIcon10" />
        {title}
      </Button>
      {isOpen ? (
        <Box id={id} marginTop="space50" minWidth="size0">
          {children()}
        </Box>
      ) : null}
    </Box>
  );
}
