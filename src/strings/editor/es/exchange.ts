import type { exchange as en } from '../en/exchange';
import type { TextsLike } from '../../types';

export const exchange: TextsLike<typeof en> = {
  'exchange.title': 'Importar y exportar',
  'exchange.readOnly':
    'Importar es para quien puede editar el catálogo; exportar, para todos los que están aquí.',
  'exchange.chooseFile': 'Elegir un archivo',
  'exchange.noFile': 'Ningún archivo elegido',
  'exchange.notUtf8':
    '{file} no está en UTF-8. En Excel, guárdalo como «CSV UTF-8»; en otros programas, elige UTF-8.',
  'exchange.check': 'Probar',
  'exchange.import': 'Importar',
  'exchange.would': 'Todavía no se ha cambiado nada',
  'exchange.refused': 'No se puede importar nada',
  'exchange.done': 'Importado en el borrador',
  'exchange.doneNext': 'Deshacer lo retira todo. Los agentes lo ven cuando se publica.',
  'exchange.at': '{place}: {what}',

  'exchange.export.title': 'Exportar',
  'exchange.export.text':
    'Archivos del borrador tal como está aquí: todo el catálogo en JSON, o una lista como tabla para una hoja de cálculo. Ambos se pueden importar de nuevo.',
  'exchange.export.catalog': 'Exportar el catálogo (JSON)',
  'exchange.export.picklist': 'Lista que se exporta',
  'exchange.export.options': 'Exportar la lista (CSV)',

  'exchange.options.title': 'Importar opciones en una lista',
  'exchange.options.text':
    'De un archivo CSV o de filas copiadas de una hoja de cálculo. La primera fila nombra las columnas; una lista exportada las muestra todas. Las opciones se distinguen por su código: un código nuevo es una opción nueva, uno conocido se cambia, y lo que la tabla no nombra se queda.',
  'exchange.options.picklist': 'Lista en la que se importa',
  'exchange.options.file': 'Archivo CSV',
  'exchange.options.paste': 'O pega las filas',
  'exchange.options.help': 'En UTF-8, con comas, puntos y comas o tabuladores.',
  'exchange.options.counts': '{added} nuevas, {changed} cambiadas, {unchanged} como estaban.',
  'exchange.options.archived': {
    one: '{count} opción ya no se ofrecerá.',
    other: '{count} opciones ya no se ofrecerán.',
  },
  'exchange.options.untouched': {
    one: '{count} opción no está en la tabla y se queda.',
    other: '{count} opciones no están en la tabla y se quedan.',
  },
  'exchange.options.reordered': 'El orden de la tabla pasa a ser el de la lista.',
  'exchange.options.errors': {
    one: 'Hay un error en la tabla. Corrígelo y prueba de nuevo: se importa todo o nada.',
    other: 'Hay {count} errores en la tabla. Corrígelos y prueba de nuevo: se importa todo o nada.',
  },
  'exchange.errors': 'Errores de la tabla',
  'exchange.row': 'Fila',
  'exchange.column': 'Columna',
  'exchange.wrong': 'Qué está mal',
  'exchange.moreErrors': { one: 'Y {count} más.', other: 'Y {count} más.' },
  'exchange.error.no-rows': 'No hay ninguna fila bajo los nombres de las columnas.',
  'exchange.error.unknown-column':
    'Ninguna columna se llama así. Las columnas son code, parent, reported, name.en (y otros idiomas), description.en, synonyms.en, activeFrom, activeTo, shortcut, number, under y archived.',
  'exchange.error.missing-column': 'No hay ninguna columna «{column}» en la primera fila.',
  'exchange.error.duplicate-column': 'Dos columnas se llaman así.',
  'exchange.error.broken-row': 'Unas comillas no se cierran, o están dentro de una celda.',
  'exchange.error.too-many-cells': 'Hay algo en una columna que no tiene nombre.',
  'exchange.error.code-missing': 'Falta el código: las opciones se distinguen por él.',
  'exchange.error.not-yes-or-no': '«{value}» no es ni «yes» (sí) ni «no».',
  'exchange.error.not-a-number': '«{value}» no es un número. Escríbalo con punto: 2.5.',
  'exchange.error.not-a-shortcut': '«{value}» no es una tecla del 1 al 9.',
  'exchange.error.not-a-day': '«{value}» no es un día. Escríbalo así: 2026-11-24.',

  'exchange.catalog.title': 'Importar un catálogo',
  'exchange.catalog.text':
    'Un archivo de catálogo ocupa el lugar de todo el borrador; las opciones con las que los agentes han trabajado se quedan, archivadas. Lo publicado sigue en vigor hasta que publique.',
  'exchange.catalog.file': 'Archivo de catálogo (JSON)',
  'exchange.catalog.paste': 'O pega su texto',
  'exchange.catalog.help': 'Tal como se exporta aquí.',
  'exchange.catalog.replaces':
    'El borrador tendrá {picklists} listas, {forms} formularios y {assignments} asignaciones.',
  'exchange.catalog.same': 'El borrador ya es igual.',
  'exchange.catalog.errors': {
    one: 'Hay un error en el archivo.',
    other: 'Hay {count} errores en el archivo.',
  },

  'exchange.dispositions.title': 'Adoptar disposiciones',
  'exchange.dispositions.text':
    'Los ajustes de las disposiciones del Flex Project Template, o del complemento Dispositions de la Plugin Library, se convierten en listas, formularios y asignaciones junto a lo que hay. Lo que guardan no cambia, de modo que los informes continúan.',
  'exchange.dispositions.file': 'Archivo con los ajustes (JSON)',
  'exchange.dispositions.paste': 'O pega los ajustes',
  'exchange.dispositions.help':
    'Tu configuración de Flex, sus ui_attributes o solo la parte de dispositions.',
  'exchange.dispositions.counts':
    '{picklists} listas nuevas y {forms} formularios nuevos; {assignments} asignaciones en total.',
  'exchange.dispositions.notes': 'Qué cambia respecto a antes',
  'exchange.dispositions.notJson': 'Esto no es JSON.',
  'exchange.dispositions.none': 'No contiene ajustes de disposiciones.',
  'exchange.names.form': 'Cierre',
  'exchange.names.section': 'Resultado',
  'exchange.names.disposition': 'Disposición',
  'exchange.names.notes': 'Notas',
  'exchange.note.codes':
    'Cada una de las {count} disposiciones tiene ahora un código: aunque cambie de nombre, sigue siendo la misma. Los informes reciben el texto de siempre.',
  'exchange.note.queue-form':
    'La cola {queue} tiene un formulario propio, con lo que es para todas las colas. Cambia los dos cuando te refieras a los dos.',
  'exchange.note.same-text':
    '«{text}» está dos veces, salvo mayúsculas o espacios: es una sola opción.',
  'exchange.note.text-changed': '«{text}» se guarda como «{now}».',
  'exchange.note.required-saved':
    'Lo obligatorio tiene que estar guardado antes de completar la tarea. Un guardado fallido ya no pasa en silencio.',
  'exchange.note.attribute-dropped':
    'No se puede guardar nada en {attribute}: Insights no lo conoce o no admite esa respuesta.',
  'exchange.note.attribute-twice':
    'Dos campos de «{form}» guardarían en {attribute}: lo hace el primero.',
  'exchange.note.label-alone':
    '{attribute} es una etiqueta sin su atributo: los informes no se pueden segmentar por ella.',
  'exchange.note.override':
    'La respuesta reemplaza lo que Insights rellena por sí mismo en {attribute}.',
  'exchange.note.multi-select':
    'Las opciones de {attribute} se distinguen enteras: una que es parte de otra ya no se marca con ella.',
  'exchange.note.was-disabled': 'Los ajustes estaban desactivados.',
  'exchange.note.setting-ignored': 'No se adopta: {setting}.',
  'exchange.note.assignments-replaced': {
    one: 'Se reemplaza {count} asignación del borrador: estos ajustes dicen para cada tarea qué se pregunta.',
    other:
      'Se reemplazan {count} asignaciones del borrador: estos ajustes dicen para cada tarea qué se pregunta.',
  },

  'exchange.did.options': 'Importar opciones en «{picklist}»',
  'exchange.did.catalog': 'Importar un catálogo',
  'exchange.did.dispositions': 'Adoptar disposiciones',
};
