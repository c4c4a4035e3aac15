//! The rooms of the app on the map: each folder of `web/src`, its TypeScript, and its screens.

use std::collections::BTreeMap;

use crate::map::tree::Line;
use crate::{Fault, House, Source};

const HOME: &str = "web/src/";

pub(super) fn lines(house: &House) -> Result<Vec<Line>, Fault> {
    let sources = house.sources(&["web/src"], &[".ts", ".svelte"])?;
    Ok(draw(&sources))
}

/// A folder is a heading, its files a line each; inside `screens`, each screen is one line.
fn draw(sources: &[Source]) -> Vec<Line> {
    let mut lines = Vec::new();
    for (folder, files) in folders(sources) {
        lines.push(Line::new(0, format!("{HOME}{folder}"), own_words(&folder, &files)));
        lines.extend(
            files
                .iter()
                .filter(|(path, _)| is_module(path))
                .map(|(path, source)| Line::new(1, stem(path), says(source))),
        );
        lines.extend(inner(&files));
    }
    lines
}

type Files<'a> = BTreeMap<String, &'a Source>;

fn folders(sources: &[Source]) -> BTreeMap<String, Files<'_>> {
    let mut folders: BTreeMap<String, Files<'_>> = BTreeMap::new();
    for source in sources {
        let path = source.path.strip_prefix(HOME).unwrap_or(&source.path);
        if let Some((folder, rest)) = path.split_once('/') {
            folders.entry(folder.into()).or_default().insert(rest.into(), source);
        }
    }
    folders
}

/// The folders inside a folder, each by the file that carries its name.
fn inner(files: &Files<'_>) -> Vec<Line> {
    let mut inner: BTreeMap<String, Files<'_>> = BTreeMap::new();
    for (path, source) in files {
        if let Some((folder, rest)) = path.split_once('/') {
            inner.entry(folder.into()).or_default().insert(rest.into(), source);
        }
    }
    inner.iter().map(|(folder, files)| Line::new(1, format!("{folder}/"), own_words(folder, files))).collect()
}

/// What a folder says of itself: through its index, or through the file named after it.
fn own_words(folder: &str, files: &Files<'_>) -> String {
    let named = [
        String::from("index.ts"),
        format!("{}.svelte", pascal(folder)),
        format!("{folder}.ts"),
        format!("{folder}.svelte.ts"),
    ];
    named.iter().find_map(|name| files.get(name)).map(|source| says(source)).unwrap_or_default()
}

fn pascal(folder: &str) -> String {
    folder.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

fn is_module(path: &str) -> bool {
    let hidden = [".test.ts", ".d.ts", "index.ts", "testing.ts", ".svelte"];
    !path.contains('/') && !hidden.iter().any(|ending| path.ends_with(ending))
}

fn stem(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}

fn says(source: &Source) -> String {
    let first = source.text.lines().next().unwrap_or_default();
    let script = first.strip_prefix("//").or_else(|| first.strip_prefix("<!--"));
    script.unwrap_or_default().trim_end_matches("-->").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::draw;
    use crate::Source;

    fn source(path: &str, text: &str) -> Source {
        Source { path: format!("web/src/{path}"), text: text.into() }
    }

    #[test]
    fn files_and_screens_speak_for_themselves() {
        let sources = [
            source("ui/index.ts", "// Parts that know no noun.\n"),
            source("ui/go.ts", "// Moves to another page.\n"),
            source("ui/go.test.ts", "// Not on the map.\n"),
            source("screens/new_order/NewOrder.svelte", "<!-- An order from a pasted chat. -->\n"),
        ];
        let lines = draw(&sources);
        let drawn: Vec<_> = lines.iter().map(|line| (line.depth, line.name.as_str(), line.says.as_str())).collect();
        assert_eq!(
            drawn,
            [
                (0, "web/src/screens", ""),
                (1, "new_order/", "An order from a pasted chat."),
                (0, "web/src/ui", "Parts that know no noun."),
                (1, "go", "Moves to another page."),
            ]
        );
    }
}
