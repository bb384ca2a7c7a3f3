import { Paragraph } from '@twilio-paste/core/paragraph';
import type { EditorTabProps } from '../EditorTabProps';

/** Stands where a part of the editor will be. */
export const Placeholder = ({ t }: EditorTabProps) => <Paragraph>{t('editor.notHere')}</Paragraph>;
