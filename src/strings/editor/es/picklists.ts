import type { picklists as en } from '../en/picklists';
import type { TextsLike } from '../../types';

export const picklists: TextsLike<typeof en> = {
  'picklists.title': 'Listas',
  'picklists.add': 'Lista nueva',
  'picklists.newName': 'Nombre de la lista nueva',
  'picklists.rename': 'Nombre nuevo de {picklist}',
  'picklists.renameList': 'Cambiar nombre',
  'picklists.removeList': 'Eliminar',
  'picklists.keptList.named': 'No se puede eliminar: la usan los campos de abajo.',
  'picklists.keptList.published':
    'No se puede eliminar: sus opciones están publicadas y los informes pasados las muestran.',
  'picklists.options': { one: '{count} opción', other: '{count} opciones' },
  'picklists.findings': { one: '{count} aviso', other: '{count} avisos' },
  'picklists.none.title': 'Aún no hay listas',
  'picklists.none.text':
    'Una lista contiene las opciones de una pregunta, por ejemplo resultados o motivos. Añade una aquí, dale opciones y haz que un campo de un formulario la ofrezca.',
  'picklists.none.readOnly': 'Este catálogo no tiene listas.',
  'picklists.empty.title': 'Aún no hay opciones',
  'picklists.empty.text':
    'Los agentes eligen entre opciones. Añade la primera con «Añadir opción». Las opciones debajo de otra forman un árbol: los agentes buscan en todo él.',
  'picklists.empty.readOnly': 'Esta lista no tiene opciones.',
  'picklists.choose': 'Elige una opción para ver todos sus datos.',

  'picklists.search': 'Buscar opciones',
  'picklists.found': { one: '{count} opción encontrada', other: '{count} opciones encontradas' },
  'picklists.keys':
    'Las flechas recorren el árbol. F2 cambia el nombre, Insert añade, Alt con una flecha mueve, Intro abre los detalles.',
  'picklists.keys.readOnly': 'Las flechas recorren el árbol. Intro abre los detalles.',

  'picklists.option.add': 'Añadir opción',
  'picklists.option.addBelow': 'Añadir debajo',
  'picklists.option.new': 'Opción nueva',
  'picklists.option.newName': 'Nombre de la opción nueva',
  'picklists.option.rename': 'Nombre nuevo de {option}',
  'picklists.option.actions': 'Opción',
  'picklists.option.archived': 'Archivada',
  'picklists.menu.rename': 'Cambiar nombre (F2)',
  'picklists.menu.up': 'Subir (Alt ↑)',
  'picklists.menu.down': 'Bajar (Alt ↓)',
  'picklists.menu.in': 'Poner debajo de la anterior (Alt →)',
  'picklists.menu.out': 'Sacar un nivel (Alt ←)',
  'picklists.archive': 'Archivar',
  'picklists.archive.help':
    'Las opciones archivadas ya no se ofrecen, ni lo que hay debajo; las respuestas pasadas las conservan. Esta no está aún en ninguna versión publicada, así que también se puede eliminar, con todo lo que tiene debajo.',
  'picklists.restore': 'Ofrecer de nuevo',
  'picklists.remove': 'Eliminar',
  'picklists.kept.published':
    '{option} no se puede eliminar: ella, o una debajo, está publicada y los informes pasados la muestran. Archívala y dejará de ofrecerse.',
  'picklists.kept.named':
    '{option} no se puede eliminar: ella, o una debajo, se usa donde se dice arriba. Quítala antes de allí.',

  'picklists.detail': 'Detalles de {option}',
  'picklists.characters': '{length} de {limit} caracteres',
  'picklists.name': 'Nombre ({language})',
  'picklists.name.gap': 'Sin nombre en este idioma: los agentes ven «{shown}».',
  'picklists.reported': 'Texto de informe',
  'picklists.reported.help':
    'Lo que muestran los informes, en el idioma {language}. Una vez publicado queda fijo: otro texto sería otro valor, y las respuestas viejas y nuevas ya no se contarían juntas.',
  'picklists.reported.fixed':
    'Fijo, porque los agentes trabajan con él: otro texto sería otro valor, y las respuestas viejas y nuevas ya no se contarían juntas. Cambia el nombre: es lo que ven los agentes.',
  'picklists.code': 'Código',
  'picklists.code.help':
    'La identidad de la opción, hecha de su nombre. Puedes cambiarlo hasta que se publique; después queda fijo, porque las respuestas se guardan con él.',
  'picklists.code.fixed':
    'Fijo, porque los agentes trabajan con él: las respuestas se guardan con él.',
  'picklists.code.named': 'Fijo mientras reglas o campos nombren la opción con él.',
  'picklists.code.empty': 'Un código tiene al menos un carácter.',
  'picklists.code.taken': 'Otra opción de la lista tiene este código.',
  'picklists.synonyms': 'Sinónimos ({language})',
  'picklists.synonyms.help': 'Otras palabras que la búsqueda encuentra, separadas por comas.',
  'picklists.option.gap': 'Sin traducir',
  'picklists.description': 'Descripción ({language})',
  'picklists.description.help':
    'Cuándo elegir la opción: una línea debajo de su nombre, donde eligen los agentes.',
  'picklists.activeFrom': 'Se ofrece desde',
  'picklists.activeFrom.help':
    'El primer día, en la zona horaria {zone}. Decide el día en que empezó el contacto.',
  'picklists.activeTo': 'Se ofrece hasta',
  'picklists.activeTo.help': 'El último día, en la zona horaria {zone}. Vacío: para siempre.',
  'picklists.shortcut': 'Tecla',
  'picklists.shortcut.help':
    'Elige la opción en una lista abierta. Opciones en el mismo lugar necesitan teclas distintas.',
  'picklists.shortcut.none': 'Sin tecla',
  'picklists.shortcut.taken': '{key} (la tiene {option})',
  'picklists.number': 'Número',
  'picklists.number.help': 'Lo que cuenta la opción, donde un campo alimenta una medida con ella.',
  'picklists.number.refused': 'Esto no es un número.',
  'picklists.under': 'Se ofrece con {field}',
  'picklists.under.always':
    'Se ofrece diga lo que diga {field}. Elige opciones para limitarla a ellas.',
  'picklists.under.help':
    'Se ofrece solo si {field} es una de estas, o una opción debajo de una de ellas.',
  'picklists.under.placeholder': 'Añadir una opción',

  'picklists.uses': 'Dónde se usa',
  'picklists.uses.none': 'Nada la usa.',
  'picklists.uses.field': 'El campo «{field}» del formulario «{form}» la ofrece',
  'picklists.uses.rule': 'Una regla de «{field}» en el formulario «{form}» pregunta por ella',
  'picklists.uses.section': 'Una regla de una sección del formulario «{form}» pregunta por ella',
  'picklists.uses.limit': 'Una regla de «{field}» en el formulario «{form}» limita a ella',
  'picklists.uses.set': 'Una regla de «{field}» en el formulario «{form}» la pone',
  'picklists.uses.prefill': 'El campo «{field}» del formulario «{form}» se rellena con ella',
  'picklists.uses.default': 'Es el valor inicial de «{field}» en el formulario «{form}»',
  'picklists.uses.timeout':
    'Es lo que toma «{field}» en el formulario «{form}» al acabarse el tiempo',
  'picklists.uses.under': '«{option}» de la lista «{picklist}» se ofrece con ella',

  'picklists.did.addList': 'Añadir la lista «{picklist}»',
  'picklists.did.renameList': 'Cambiar el nombre de la lista «{picklist}»',
  'picklists.did.removeList': 'Eliminar la lista «{picklist}»',
  'picklists.did.add': 'Añadir «{option}»',
  'picklists.did.rename': 'Cambiar el nombre de «{option}»',
  'picklists.did.recode': 'Cambiar el código de «{option}»',
  'picklists.did.set': 'Cambiar «{option}»',
  'picklists.did.move': 'Mover «{option}»',
  'picklists.did.archive': 'Archivar «{option}»',
  'picklists.did.restore': 'Ofrecer «{option}» de nuevo',
  'picklists.did.remove': 'Eliminar «{option}»',

  'picklists.said': 'Qué ha pasado',
  'picklists.said.added': '{option} añadida.',
  'picklists.said.moved': '{option} movida, debajo de {parent}.',
  'picklists.said.movedTop': '{option} movida, en el primer nivel.',
  'picklists.said.nowhere': '{option} no puede ir más allá en esa dirección.',
  'picklists.said.searching':
    'Borra la búsqueda para mover opciones: oculta algunas de sus vecinas.',
  'picklists.said.archived':
    '{option} archivada: no se ofrecerá a los agentes cuando esto se publique.',
  'picklists.said.restored': '{option} se ofrecerá de nuevo cuando esto se publique.',
  'picklists.said.removed': '{option} eliminada. Deshacer la recupera.',

  'picklists.paste': 'Pegar opciones',
  'picklists.paste.title': 'Pegar opciones en {picklist}',
  'picklists.paste.close': 'Cerrar',
  'picklists.paste.text': 'Nombres, uno por línea',
  'picklists.paste.help':
    'Copia celdas de una hoja de cálculo, o líneas de un texto, y pégalas aquí. La columna siguiente, o una línea más a la derecha, queda debajo de lo anterior. Los códigos y los textos de informe se hacen de los nombres.',
  'picklists.paste.where': 'Dónde van',
  'picklists.paste.top': 'En el primer nivel',
  'picklists.paste.below': 'Debajo de {option}',
  'picklists.paste.plan': 'Lo que se crea',
  'picklists.paste.nothing': 'Aquí se muestra lo pegado antes de que nada cambie.',
  'picklists.paste.added': {
    one: '{count} opción es nueva.',
    other: '{count} opciones son nuevas.',
  },
  'picklists.paste.known': {
    one: '{count} ya está y se queda como está.',
    other: '{count} ya están y se quedan como están.',
  },
  'picklists.paste.preview': 'Opciones nuevas, con sus códigos',
  'picklists.paste.made': '{code}, en informes «{reported}»',
  'picklists.paste.more': { one: 'y {count} más', other: 'y {count} más' },
  'picklists.paste.errors': 'No se pega nada hasta que se corrija esto:',
  'picklists.paste.error.too-long':
    'Línea {line}: «{text}…» supera los 128 caracteres que guardan los informes.',
  'picklists.paste.error.level-skipped':
    'Línea {line}: «{text}» está en una columna a la que no lleva nada de la columna anterior.',
  'picklists.paste.error.headings':
    'La línea {line} contiene los encabezados de una exportación ({text}). Cárgala en Importar y exportar, que lee sus columnas.',
  'picklists.paste.cancel': 'Cancelar',
  'picklists.paste.do': 'Pegar',
  'picklists.did.paste': { one: 'Pegar {count} opción', other: 'Pegar {count} opciones' },
  'picklists.said.pasted': {
    one: '{count} opción pegada. Deshacer la quita.',
    other: '{count} opciones pegadas. Deshacer las quita.',
  },
};
