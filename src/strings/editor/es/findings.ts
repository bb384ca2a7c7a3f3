import type { findings as en } from '../en/findings';
import type { TextsLike } from '../../types';

export const findings: TextsLike<typeof en> = {
  'finding.not-json': 'Esto no es JSON.',
  'finding.unsupported-schema': 'Esta versión del formato de archivo no se puede leer.',
  'finding.missing-key': 'Esto hace falta.',
  'finding.unknown-key': 'Nada con este nombre va aquí.',
  'finding.wrong-shape': 'Aquí se espera otra cosa.',
  'finding.out-of-range': 'Demasiado pequeño, grande o largo, o vacío.',
  'finding.wrong-target': 'Indica adónde va la respuesta.',
  'finding.duplicate-id': 'Otro elemento tiene el mismo id, {value}.',
  'finding.reserved-id': 'El id {id} no se puede usar.',
  'finding.text-missing': 'Falta el texto en el idioma de los informes.',
  'finding.unknown-picklist': 'La lista {picklist} no existe.',
  'finding.unknown-field': 'El formulario no tiene el campo {field}.',
  'finding.unknown-option': 'La lista no tiene la opción {code}.',
  'finding.unknown-form': 'El formulario {form} no existe.',
  'finding.unknown-time-zone': 'Ninguna zona horaria se llama así; debe ser como Europe/Berlin.',
  'finding.empty-list': 'No hay nada elegido, así que nunca se cumple. Elige algo o quítalo.',
  'finding.criterion-written':
    'Un formulario escribe en {target}: la tarea podría cambiar de formulario al responder.',
  'finding.not-a-day': '{day} no está en ningún calendario.',
  'finding.from-after-to': 'El primer día, {from}, es posterior al último, {to}.',
  'finding.duplicate-code': 'Otra opción de la lista tiene el código {value}.',
  'finding.duplicate-reported': 'Otra opción de la lista tiene el mismo texto de informe.',
  'finding.empty': 'El texto está vacío.',
  'finding.not-trimmed': 'El texto empieza o termina con un espacio.',
  'finding.unclean-text': 'El texto contiene caracteres que nadie ve o espacios de otro tipo.',
  'finding.too-long': 'Insights cortaría el texto: tiene {length} caracteres y caben {limit}.',
  'finding.unknown-parent': 'La opción superior no existe.',
  'finding.cyclic-parent': 'Las opciones dependen unas de otras en círculo.',
  'finding.duplicate-shortcut': 'La tecla {value} ya elige otra opción de la misma lista.',
  'finding.number-missing':
    'Un campo cuenta por el número de esta opción, que no tiene ninguno ({target}).',
  'finding.number-not-integer': 'El destino solo acepta números enteros ({target}).',
  'finding.unknown-target': 'Insights no conoce {target} y lo ignoraría.',
  'finding.unwritable-target': 'Ningún formulario puede escribir en {target}.',
  'finding.correlation-key':
    'Twilio une las partes de un contacto por {target}; no se debe cambiar.',
  'finding.linking-id':
    'Insights enlaza por {target}, que debe estar antes de que acabe la primera parte del contacto. Ponlo al crear la tarea, o indica abajo que ninguna parte ha acabado.',
  'finding.needs-override':
    'Insights rellena {target} por sí mismo. Indica que la respuesta lo reemplaza o elige otro destino.',
  'finding.wrong-kind': 'Este tipo de campo no se puede guardar en {target}.',
  'finding.not-allowed': '{target} solo acepta unos valores, y «{text}» no es ninguno de ellos.',
  'finding.label-without-attribute':
    'Con {target} solo, los informes no pueden agrupar. Usa un par, o indica abajo que nadie agrupa por él.',
  'finding.wrong-pair': '{attribute} y {label} no van juntos.',
  'finding.name-without-id':
    '{target} solo se muestra con su id: pregunta {id} en el mismo formulario.',
  'finding.duplicate-target':
    'Otro campo del formulario escribe en {target}, y un agente puede ver los dos. Dales condiciones que se excluyan.',
  'finding.shared-slot': 'Otro campo usa este lugar; los lugares no se comparten.',
  'finding.carry-over-measure':
    'Una medida no se debe traspasar: se contaría dos veces ({target}).',
  'finding.max-length': 'Caben {limit} caracteres como máximo.',
  'finding.min-over-max': 'El mínimo, {min}, es mayor que el máximo, {max}.',
  'finding.not-integer': 'Aquí hace falta un número entero.',
  'finding.slots-or-joined': 'O cada opción tiene su lugar, o todas van unidas en uno.',
  'finding.too-few-slots': 'Se pueden elegir {most} opciones y hay {slots} lugares.',
  'finding.joined-too-long':
    'Las opciones más largas unidas tienen {length} caracteres y caben {limit}. Permita menos o acórtelas.',
  'finding.separator-in-text': 'El separador está en «{reported}», que se partiría ahí.',
  'finding.nothing-to-choose': 'Hay que elegir {needed} y se pueden elegir {choosable}.',
  'finding.bad-pattern': 'Esto no es una expresión regular.',
  'finding.slow-pattern': 'Algunos textos tendrían ocupado este patrón para siempre.',
  'finding.matches-empty': 'El patrón acepta el texto vacío, que está en todas partes.',
  'finding.example-mismatch': 'El ejemplo no es lo que el campo acepta.',
  'finding.not-for-kind': 'Esto no hace nada en un campo así.',
  'finding.wrong-value': 'El campo no puede tener el valor {value}.',
  'finding.wrong-rule': 'La regla no se puede leer; se espera: {expected}.',
  'finding.unknown-operator': 'Las reglas no conocen «{operator}».',
  'finding.wrong-arity': '«{operator}» tiene partes de menos o de más.',
  'finding.unknown-variable': 'La regla mira {variable}, que no existe o puede cambiar.',
  'finding.rule-circle': 'Estos campos dependen unos de otros en círculo: {circle}.',
  'finding.used-removed':
    'La opción «{reported}» ({code}) ya no está y los agentes han trabajado con ella. Archívala en lugar de eliminarla.',
  'finding.used-list-removed':
    'La lista «{picklist}» ya no está y los agentes han trabajado con ella. Archiva sus opciones en lugar de eliminarla.',
  'finding.used-changed':
    'Los informes conocen esta opción como «{reported}». Con otro texto mostrarían dos.',
  'finding.long-list': 'Tiene {count} opciones; en el filtro de un informe caben {limit}.',
  'finding.unique-values':
    'Casi cada respuesta será distinta, lo que llena los informes. Una etiqueta las lleva mejor.',
  'finding.override': 'La respuesta reemplaza lo que Insights rellena en {target}.',
  'finding.pii-unmarked': '{target} contiene datos personales: márquelo en el campo.',
  'finding.media-replaces-default':
    'En cuanto se añade un enlace, los informes muestran solo los enlaces de la lista.',
  'finding.customer-measure':
    'Un cliente tiene aquí un solo número: cada contacto reemplaza el anterior, también en informes antiguos.',
  'finding.unsupported-kind': 'Esta versión de Debrief no conoce el tipo {kind}.',
  'finding.name-missing':
    'Faltan nombres en el idioma {language}: {count}. Los agentes los ven en el idioma de los informes.',
  'finding.nothing-on-day':
    'Algunos días, como el {day}, hay muy pocas opciones activas: ese día el campo no es obligatorio.',
  'finding.no-answer-at-timeout':
    'Al acabarse el tiempo de cierre, este campo no tiene respuesta que tomar y la tarea se retiene.',
  'finding.no-way-out':
    'Un agente que no puede completar un formulario, por falta de una respuesta o de conexión, queda retenido con su tarea: indica motivos para completar sin ella.',
  'finding.assignment-unreachable':
    'Ninguna tarea llega aquí: la asignación {by} se las lleva todas antes.',
};
