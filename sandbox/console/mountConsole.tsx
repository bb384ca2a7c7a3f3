import { render } from 'react-dom';
import type { Addresses } from '../control/api';
import { Console } from './Console';
import { controlClient } from './controlClient';

const addresses = JSON.parse(document.getElementById('addresses')!.textContent!) as Addresses;
render(
  <Console client={controlClient} addresses={addresses} />,
  document.getElementById('console'),
);
