import { List, ListItem } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';

import { FactList } from '../../shared/FactList';
import { capitalise, formatDay, formatInstant, formatNumber, humanise } from '../../shared/format';
import { Absent } from '../../shared/labels';
import type { Json, JsonObject } from '../../shared/types';
import { isObject } from './account';

const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Any JSON value in words: a policy's author names and shapes an outcome as they like. */
export function Value({ value }: { value: Json }) {
  if (Array.isArray(value)) {
    return <Items items={value} />;
  }
  return isObject(value) ? <Parts parts={value} /> : <Scalar value={value} />;
}

function Scalar({ value }: { value: string | number | boolean | null }) {
  if (value === null || value === '') {
    return <Absent what="nothing" />;
  }
  switch (typeof value) {
    case 'number':
      return <span className="k-number">{formatNumber(value)}</span>;
    case 'boolean':
      return value ? 'Yes' : 'No';
    default:
      return LOCAL_DATE.test(value)
        ? formatDay(value)
        : INSTANT.test(value)
          ? formatInstant(value)
          : capitalise(value);
  }
}

export function Parts({ parts }: { parts: JsonObject }) {
  return (
    <FactList
      facts={Object.entries(parts).map(([name, value]) => [
        humanise(name),
        <Value key={name} value={value} />,
      ])}
    />
  );
}

function Items({ items }: { items: Json[] }) {
  if (items.length === 0) {
    return <span className="k-subtle">None</span>;
  }
  const records = items.filter(isObject);
  if (records.length === items.length) {
    return <Records records={records} />;
  }
  return (
    <List isPlain={items.length === 1}>
      {items.map((item, index) => (
        // a list of a recorded decision never changes its order
        // oxlint-disable-next-line react/no-array-index-key
        <ListItem key={index}>
          <Value value={item} />
        </ListItem>
      ))}
    </List>
  );
}

function Records({ records }: { records: JsonObject[] }) {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return (
    <Table role="table" variant="compact" gridBreakPoint="" className="k-flush">
      <Thead>
        <Tr>
          {names.map((name) => (
            <Th key={name}>{humanise(name)}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {records.map((record, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <Tr key={index}>
            {names.map((name) => (
              <Td key={name} dataLabel={humanise(name)}>
                <Value value={record[name] ?? null} />
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
