//! The same rows for a person to read: a table beside the lines on standard output.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::fault::Fault;
use crate::say::show_line;

/// A row's fields, in the sequence they are printed in.
#[derive(Debug)]
struct Fields(Vec<(String, Value)>);

struct InSequence;

impl<'de> Visitor<'de> for InSequence {
    type Value = Fields;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Fields(fields))
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_map(InSequence)
    }
}

pub(crate) fn show(rows: &[impl Serialize]) -> Result<(), Fault> {
    lines(rows).map_err(|error| Fault::Failed(format!("drawing a table: {error}")))?.iter().for_each(show_line);
    Ok(())
}

/// The columns of the first row; the numbers to the right.
fn lines(rows: &[impl Serialize]) -> serde_json::Result<Vec<String>> {
    let rows = rows.iter().map(fields).collect::<serde_json::Result<Vec<_>>>()?;
    let Some(first) = rows.first() else { return Ok(Vec::new()) };
    let heads: Vec<_> = first.0.iter().map(|(name, _)| Value::from(name.as_str())).collect();
    let cells = rows.iter().map(|row| row.0.iter().map(|(_, value)| value.clone()).collect());
    let table: Vec<Vec<Value>> = [heads].into_iter().chain(cells).collect();
    let widths: Vec<_> = (0..first.0.len()).map(|column| width(&table, column)).collect();
    Ok(table.iter().map(|row| line(row, &widths)).collect())
}

fn fields(row: &impl Serialize) -> serde_json::Result<Fields> {
    serde_json::from_str(&serde_json::to_string(row)?)
}

fn width(table: &[Vec<Value>], column: usize) -> usize {
    table.iter().filter_map(|row| row.get(column)).map(|value| text(value).chars().count()).max().unwrap_or_default()
}

fn line(row: &[Value], widths: &[usize]) -> String {
    let cell = |(value, width): (&Value, &usize)| {
        let text = text(value);
        if value.is_number() { format!("{text:>width$}") } else { format!("{text:<width$}") }
    };
    let cells = row.iter().zip(widths).map(cell);
    cells.collect::<Vec<_>>().join("  ")
}

fn text(value: &Value) -> String {
    if value.is_null() { "-".to_owned() } else { value.as_str().map_or_else(|| value.to_string(), str::to_owned) }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::lines;

    #[derive(Serialize)]
    struct Row {
        step: &'static str,
        #[serde(rename = "wireMB")]
        wire: Option<f64>,
    }

    #[test]
    fn columns_line_up_in_the_sequence_of_the_fields() {
        let rows = [Row { step: "fresh", wire: Some(1.25) }, Row { step: "reconnect", wire: None }];
        assert_eq!(lines(&rows).unwrap(), ["step       wireMB", "fresh        1.25", "reconnect  -     "]);
    }
}
