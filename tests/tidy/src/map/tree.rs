//! The map as text: names to the left by depth, what they say in one column to the right.

const COLUMN: usize = 30;

/// One line of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) depth: usize,
    pub(super) name: String,
    pub(super) says: String,
}

impl Line {
    pub(super) fn new(depth: usize, name: impl Into<String>, says: impl Into<String>) -> Self {
        Self { depth, name: name.into(), says: says.into() }
    }
}

/// A blank line goes before each room of the top floor.
pub(super) fn render(lines: &[Line]) -> String {
    let drawn: Vec<_> = lines.iter().enumerate().map(|(index, line)| draw(index, line)).collect();
    drawn.join("\n")
}

fn draw(index: usize, line: &Line) -> String {
    let name = format!("{:indent$}{}", "", line.name, indent = line.depth * 2);
    let gap = if index > 0 && line.depth == 0 { "\n" } else { "" };
    format!("{gap}{name:COLUMN$} {}", line.says).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Line, render};

    #[test]
    fn rooms_stand_apart_and_their_modules_under_them() {
        let lines = [
            Line::new(0, "core/sync", "How changes travel."),
            Line::new(1, "pull", "Pages."),
            Line::new(0, "server", ""),
        ];
        let column = " ".repeat(22);
        assert_eq!(
            render(&lines),
            format!("core/sync{column}How changes travel.\n  pull{}Pages.\n\nserver", " ".repeat(25))
        );
    }
}
