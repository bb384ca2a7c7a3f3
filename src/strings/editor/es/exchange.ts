import type { exchange as en } from '../en/exchange';
import type { TextsLike } from '../../types';

export const exchange: TextsLike<typeof en> = {
  'exchange.title': 'Importar y exportar',
};
