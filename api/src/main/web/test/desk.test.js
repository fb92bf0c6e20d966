import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grouping } from '../desk/remarks.js';

test('the same trouble in many rows is one line, and errors come first', () => {
  const remark = (error, column, code, text) => ({ error, column, code, text });
  const groups = grouping({
    NEW: [{ remarks: [remark(false, 'Фамилия', 'LATIN_LETTERS_REPLACED', 'Строка 5')] }],
    ERROR: [{ remarks: [remark(true, 'Дата рождения', 'DATE_UNREADABLE', 'Строка 14')] }, { remarks: [remark(true, 'Дата рождения', 'DATE_UNREADABLE', 'Строка 30')] }],
  });
  assert.deepEqual(groups.map((group) => [group.error, group.column, group.texts]), [
    [true, 'Дата рождения', ['Строка 14', 'Строка 30']],
    [false, 'Фамилия', ['Строка 5']],
  ]);
});
