//! A delimited text cut into rows and cells: quotes are minded, and one that never closes spoils its own row alone.

/// A quoted cell may run on over so many lines and bytes; a quote open for longer is a slip, not a quotation.
const QUOTED_LINES: usize = 6;
const QUOTED_BYTES: usize = 4_000;
/// More cells than any table here has.
const CELLS: usize = 64;

/// One row of the file, numbered as a spreadsheet numbers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) number: u32,
    pub(crate) cells: Vec<String>,
}

impl Row {
    pub(crate) fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", |cell| cell.trim())
    }

    /// The cells that say something.
    pub(crate) fn said(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.said().next().is_none()
    }

    /// As it stands in the file, for a person who looks for it there.
    pub(crate) fn line(&self) -> String {
        self.said().collect::<Vec<_>>().join(" · ")
    }
}

/// The rows of a text, one at a time.
#[derive(Debug, Clone)]
pub(crate) struct Rows<'a> {
    rest: &'a str,
    delimiter: char,
    number: u32,
}

pub(crate) fn rows(text: &str, delimiter: char) -> Rows<'_> {
    Rows { rest: text, delimiter, number: 0 }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        if self.rest.is_empty() {
            return None;
        }
        self.number += 1;
        let mut cells = Vec::new();
        loop {
            let (cell, ended) = self.cell();
            if cells.len() < CELLS {
                cells.push(cell);
            }
            if ended {
                return Some(Row { number: self.number, cells });
            }
        }
    }
}

impl Rows<'_> {
    /// The next cell, and whether the row ends with it.
    fn cell(&mut self) -> (String, bool) {
        let spaces = self.rest.len() - self.rest.trim_start_matches(' ').len();
        let quoted = self.rest[spaces..].strip_prefix('"').and_then(|rest| closed(rest, self.delimiter));
        let (mut cell, rest) = quoted.unwrap_or_else(|| (String::new(), self.rest));
        let end = rest.find([self.delimiter, '\n', '\r']).unwrap_or(rest.len());
        cell.push_str(&rest[..end]);
        self.rest = &rest[end..];
        (cell, self.step_over())
    }

    /// Over what ended the cell; true when it ended the row too.
    fn step_over(&mut self) -> bool {
        if let Some(rest) = self.rest.strip_prefix(self.delimiter) {
            self.rest = rest;
            return false;
        }
        let rest = self.rest;
        self.rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest);
        true
    }
}

/// What a quotation holds and what comes behind it; nothing when it does not close in time. A quote that is neither
/// doubled nor last in its cell is taken as it stands, but not across lines: there it opens another row's cell.
fn closed(text: &str, delimiter: char) -> Option<(String, &str)> {
    let window = &text[..text.floor_char_boundary(QUOTED_BYTES)];
    let (mut held, mut from, mut lines) = (String::new(), 0, 0);
    loop {
        let at = from + window[from..].find('"')?;
        let (before, behind) = (&text[from..at], &text[at + 1..]);
        held.push_str(before);
        lines += before.matches('\n').count();
        let doubled = behind.starts_with('"');
        if lines > QUOTED_LINES || (!doubled && lines > 0 && !ends_cell(behind, delimiter)) {
            return None;
        }
        if !doubled && ends_cell(behind, delimiter) {
            return Some((held, behind));
        }
        held.push('"');
        from = at + 1 + usize::from(doubled);
    }
}

fn ends_cell(behind: &str, delimiter: char) -> bool {
    let behind = behind.trim_start_matches(' ');
    behind.is_empty() || behind.starts_with([delimiter, '\n', '\r'])
}

#[cfg(test)]
mod tests {
    use super::rows;

    fn cells(text: &str, delimiter: char) -> Vec<(u32, Vec<String>)> {
        rows(text, delimiter).map(|row| (row.number, row.cells)).collect()
    }

    fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (number, cells.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn quotes_hold_delimiters_line_breaks_and_quotes() {
        let text = "a;\"b; \"\"c\"\"\r\nd\";e\r\n\nf;g";
        assert_eq!(cells(text, ';'), [row(1, &["a", "b; \"c\"\r\nd", "e"]), row(2, &[""]), row(3, &["f", "g"])]);
    }

    #[test]
    fn a_quote_that_never_closes_spoils_its_own_row_alone() {
        let text = format!("01/10,\"TRSF SITI,100\n{}", "02/10,LUNAS,200\n".repeat(9));
        let read = cells(&text, ',');
        assert_eq!(read.len(), 10);
        assert_eq!(read[0], row(1, &["01/10", "\"TRSF SITI", "100"]));
        assert_eq!(read[9], row(10, &["02/10", "LUNAS", "200"]));
    }

    #[test]
    fn a_quote_that_never_closes_in_a_file_full_of_quotes_spoils_no_other_row() {
        let text =
            "\"01/10\",\"TRSF SITI,\"100\"\n\"02/10\",\"LUNAS\",\"200\"\n\"03/10\",\"TOKO \"MAJU\" JAYA\",\"5\"\n";
        let read = cells(text, ',');
        assert_eq!(read[1..], [row(2, &["02/10", "LUNAS", "200"]), row(3, &["03/10", "TOKO \"MAJU\" JAYA", "5"])]);
    }

    #[test]
    fn quotes_without_end_take_no_time() {
        assert_eq!(cells(&"\"".repeat(1_000_000), ',').len(), 1);
        assert_eq!(cells(&"\"a\n".repeat(100_000), ',').len(), 100_000);
    }

    #[test]
    fn an_empty_last_cell_is_a_cell_and_a_last_line_break_is_no_row() {
        assert_eq!(cells("a,\nb,\n", ','), [row(1, &["a", ""]), row(2, &["b", ""])]);
        assert!(cells("", ',').is_empty());
    }
}
