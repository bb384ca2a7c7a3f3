import type { CatalogContent } from '../catalog/types';
import { writeCell } from './cells';
import { columnName, columnsOf } from './columns';
import { writeTable } from './table';

/** The options of a picklist as CSV, one a row, in their order; `planImport` reads it. */
export function exportOptions(content: CatalogContent, picklistId: string): string {
  const options = content.picklists.find(({ id }) => id === picklistId)?.options ?? [];
  const columns = columnsOf(content, options);
  return writeTable([
    columns.map(columnName),
    ...options.map((option) => columns.map((column) => writeCell(option, column))),
  ]);
}
