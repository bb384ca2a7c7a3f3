/** Variables as templates name them, to show how. */
export const TEMPLATE_EXAMPLE = '{task.order_id}';
export const TEMPLATE_EXAMPLES = '{task.order_id}, {worker.full_name}, {queue}';
