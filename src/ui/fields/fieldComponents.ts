import type { ComponentType } from 'react';
import type { Field } from '../../core/catalog/types';
import { later } from '../later/later';
import { ChoiceField } from './ChoiceField';
import { ChoicesField } from './ChoicesField';
import { DateField } from './DateField';
import type { FieldProps } from './FieldProps';
import { InfoField } from './InfoField';
import { NumberField } from './NumberField';
import { RatingField } from './RatingField';
import { TextualField } from './TextualField';
import { UnsupportedField } from './UnsupportedField';
import { YesNoField } from './YesNoField';

type FieldComponents = {
  readonly [Kind in Field['kind']]: ComponentType<FieldProps<Extract<Field, { kind: Kind }>>>;
};

/** The one registry of field components: a new kind of field is added here. */
const FIELD_COMPONENTS: FieldComponents = {
  choice: ChoiceField,
  choices: ChoicesField,
  text: TextualField,
  yesno: YesNoField,
  number: NumberField,
  rating: RatingField,
  date: DateField,
  phone: TextualField,
  email: TextualField,
  url: TextualField,
  reference: TextualField,
  // Few forms ask for links, and only they need Paste's Select.
  media: later(() => import('./MediaField').then((part) => part.MediaField)),
  info: InfoField,
  unsupported: UnsupportedField,
};

/** The component for a kind of field; a kind that this version doesn't know gets a visible stand-in. */
export const fieldComponent = (kind: string): ComponentType<FieldProps> =>
  // The registry's type pairs each kind with its component; a lookup by a variable can't say so.
  Object.prototype.hasOwnProperty.call(FIELD_COMPONENTS, kind)
    ? (FIELD_COMPONENTS[kind as Field['kind']] as ComponentType<FieldProps>)
    : UnsupportedField;
