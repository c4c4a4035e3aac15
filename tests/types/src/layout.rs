//! One case or one field to a line. Line breaks mean nothing inside a type, so no parser is needed.

/// Lays out one declaration and the comments in it.
pub(crate) fn lay_out(declared: &str) -> String {
    let short = declared.replace("/**\n * ", "/** ").replace("\n */\n", " */\n");
    if short.contains(" | {") {
        return short.replace(", }", " }").replace(" | {", "\n  | {").replace(" = {", " =\n  | {");
    }
    match short.split_once(" = { ") {
        Some((name, fields)) => {
            format!("{name} = {{\n{}}};", fields.trim_end_matches("};").lines().map(line).collect::<String>())
        }
        None => short,
    }
}

fn line(text: &str) -> String {
    if text.starts_with(['/', ' ']) {
        return format!("  {text}\n");
    }
    text.split(", ").filter(|field| !field.trim().is_empty()).flat_map(|field| ["  ", field, ",\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::lay_out;

    #[test]
    fn a_field_has_a_line_and_keeps_what_is_said_of_it() {
        let declared = "export type Row = { id: string, \n/**\n * Rupiah, whole.\n */\ntotal: number | null, };";
        let laid = "export type Row = {\n  id: string,\n  /** Rupiah, whole. */\n  total: number | null,\n};";
        assert_eq!(lay_out(declared), laid);
    }

    #[test]
    fn a_case_has_a_line_and_a_list_of_words_stays_on_one() {
        let declared = "export type Query = { \"view\": \"start\" } | { \"view\": \"order\", id: string, };";
        let laid = "export type Query =\n  | { \"view\": \"start\" }\n  | { \"view\": \"order\", id: string };";
        assert_eq!(lay_out(declared), laid);
        assert_eq!(lay_out("export type Mark = \"local\" | \"relay\";"), "export type Mark = \"local\" | \"relay\";");
    }
}
