//! What of a pasted e-mail is worth reading: not the headers, not what I wrote, not the signature.

use super::named::names;

/// What was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Skipped {
    pub headers: usize,
    /// Lines that are quoted from an earlier message, or that I wrote.
    pub quoted: usize,
    pub signature: usize,
}

impl Skipped {
    pub fn lines(self) -> usize {
        self.headers + self.quoted + self.signature
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Kept,
    Header,
    Quoted,
    Signature,
}

const HEADERS: [&str; 24] = [
    "from",
    "to",
    "cc",
    "bcc",
    "subject",
    "date",
    "sent",
    "reply-to",
    "importance",
    "attachments",
    "sent by",
    "message-id",
    "发件人",
    "收件人",
    "抄送",
    "密送",
    "主题",
    "日期",
    "发送时间",
    "时间",
    "发件时间",
    "回复",
    "附件",
    "重要性",
];
/// These begin a message; the name behind them tells whose it is.
const SENDERS: [&str; 2] = ["from", "发件人"];

const FAREWELLS: [&str; 35] = [
    "regards",
    "best regards",
    "kind regards",
    "warm regards",
    "with kind regards",
    "many regards",
    "best",
    "all the best",
    "best wishes",
    "with best wishes",
    "cheers",
    "thanks",
    "many thanks",
    "thank you",
    "thanks and regards",
    "sincerely",
    "yours sincerely",
    "sincerely yours",
    "yours faithfully",
    "yours truly",
    "yours",
    "br",
    "kr",
    "rgds",
    "此致",
    "敬礼",
    "此致敬礼",
    "祝好",
    "顺颂商祺",
    "顺祝商祺",
    "商祺",
    "谢谢",
    "祝商祺",
    "致礼",
    "祝工作顺利",
];

/// Lines of a signature below the farewell.
const LONGEST_SIGNATURE: usize = 8;
/// A longer line is a sentence.
const LONGEST_SIGNATURE_LINE: usize = 80;

/// The lines worth reading, with lines that a mail program has broken joined again. `owner` is my
/// name: what stands below a header with it was written by me.
pub fn kept(text: &str, owner: &str) -> (String, Skipped) {
    let lines: Vec<&str> = text.lines().collect();
    let kinds = kinds(&lines, owner);
    let mut skipped = Skipped::default();
    for kind in &kinds {
        match kind {
            Line::Kept => {}
            Line::Header => skipped.headers += 1,
            Line::Quoted => skipped.quoted += 1,
            Line::Signature => skipped.signature += 1,
        }
    }
    let is_kept = |kind: &Line| *kind == Line::Kept;
    // What was left out ends a paragraph.
    let lines = lines.iter().zip(&kinds).map(|(line, kind)| if is_kept(kind) { *line } else { "" });
    (joined(lines), skipped)
}

/// The text with lines that a mail program has broken joined again.
pub fn whole(text: &str) -> String {
    joined(text.lines())
}

fn kinds(lines: &[&str], owner: &str) -> Vec<Line> {
    let owner = owner.trim().to_lowercase();
    let mut kinds = Vec::with_capacity(lines.len());
    let (mut mine, mut in_header, mut signature) = (false, false, None);
    for (at, line) in lines.iter().enumerate() {
        let line = line.trim();
        let kind = if line.is_empty() {
            in_header = false;
            Line::Kept
        } else if line.starts_with('>') || line.starts_with('＞') {
            signature = None;
            Line::Quoted
        } else if let Some((name, value)) = header(line).filter(|_| {
            // "To: be honest …" in the middle of a text is no header; a block of them is.
            in_header || at == 0 || has_header_near(lines, at)
        }) {
            (signature, in_header) = (None, true);
            if SENDERS.contains(&name.as_str()) {
                mine = names(value, &owner);
            }
            Line::Header
        } else if is_attribution(line) {
            signature = None;
            mine = names(line, &owner);
            Line::Header
        } else if mine {
            Line::Quoted
        } else if line == "--"
            || is_phone_line(line)
            || (is_farewell(line) && is_near_the_end(lines, at))
        {
            signature = Some(0);
            Line::Signature
        } else if let Some(length) = signature.filter(|length| continues(*length, line)) {
            signature = Some(length + 1);
            Line::Signature
        } else {
            signature = None;
            Line::Kept
        };
        kinds.push(kind);
    }
    kinds
}

/// The name of a header in lower case and what stands behind it.
fn header(line: &str) -> Option<(String, &str)> {
    let line = line.trim_matches('*');
    let at = line.find([':', '：'])?;
    let (name, rest) = line.split_at_checked(at)?;
    let value = rest.trim_start_matches([':', '：', '*', ' ']);
    let name = name.trim_matches('*').split_whitespace().collect::<Vec<_>>().join(" ");
    // Between two Chinese signs of a name there may be room: 主 题.
    let name = if name.is_ascii() { name.to_lowercase() } else { name.replace(' ', "") };
    HEADERS.contains(&name.as_str()).then_some((name, value))
}

fn has_header_near(lines: &[&str], at: usize) -> bool {
    let next = lines.get(at + 1).and_then(|line| header(line.trim()));
    next.is_some()
}

/// "On Monday Ana wrote:" and the lines that mail programs draw.
fn is_attribution(line: &str) -> bool {
    let lower = line.to_lowercase();
    (lower.starts_with("on ") && lower.ends_with("wrote:"))
        || (line.starts_with('在') && (line.ends_with("写道：") || line.ends_with("写道:")))
        || is_divider(&lower)
        || (line.starts_with("--") && (line.contains("原始邮件") || line.contains("转发")))
        || (line.len() > 4 && line.chars().all(|sign| matches!(sign, '-' | '_' | '=' | '—')))
}

/// Whether a line is the one that mail programs put above an earlier message, and no sentence about
/// such a message. `lower` is in lower case.
fn is_divider(lower: &str) -> bool {
    let names = ["original message", "forwarded message"];
    let is_drawn = lower.starts_with(['-', '_', '*', '=', '—']);
    let bare = lower.trim_end_matches([':', ' ']);
    let bare = bare.strip_prefix("begin ").unwrap_or(bare);
    (is_drawn && names.iter().any(|name| lower.contains(name))) || names.contains(&bare)
}

fn is_phone_line(line: &str) -> bool {
    let lower = line.to_lowercase();
    lower.starts_with("sent from my ")
        || lower.starts_with("get outlook for ")
        || line.starts_with("发自我的")
        || line.starts_with("从我的")
}

fn is_farewell(line: &str) -> bool {
    let words = line.trim_end_matches([',', '.', '!', '，', '。', '！', ' ']).to_lowercase();
    FAREWELLS.contains(&words.as_str())
}

/// Whether a farewell is one: what follows looks like a name and a few lines, not like a text.
fn is_near_the_end(lines: &[&str], at: usize) -> bool {
    let rest = lines.get(at + 1..).unwrap_or_default();
    let next = rest.iter().map(|line| line.trim()).find(|line| !line.is_empty());
    next.is_none_or(|line| line.chars().count() <= 48 && !ends_sentence(line))
}

fn continues(length: usize, line: &str) -> bool {
    length < LONGEST_SIGNATURE
        && line.chars().count() <= LONGEST_SIGNATURE_LINE
        && !line.ends_with(['?', '!', '？', '！', '。'])
}

fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '”', '’', ')', '）', '」']);
    line.ends_with(['.', '!', '?', ':', ';', '…', '。', '！', '？', '：', '；'])
}

/// A line as long as this may have been broken by a program.
const BROKEN_FROM: usize = 56;
/// The same for Chinese, whose signs are twice as wide.
const BROKEN_FROM_WIDE: usize = 26;

fn joined<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    let mut before: Option<&str> = None;
    for line in lines {
        let line = line.trim();
        match before {
            Some(last) if goes_on(last, line) => {
                let glued = last.chars().next_back().is_some_and(is_wide);
                if !glued {
                    text.push(' ');
                }
            }
            Some(_) => text.push('\n'),
            None => {}
        }
        text.push_str(line);
        before = Some(line);
    }
    text
}

/// Whether a line is the rest of the sentence that the line before has begun.
fn goes_on(before: &str, line: &str) -> bool {
    let Some(first) = line.chars().next() else { return false };
    let signs = before.chars().count();
    let wide = before.chars().filter(|sign| is_wide(*sign)).count();
    let from = if wide * 2 > signs { BROKEN_FROM_WIDE } else { BROKEN_FROM };
    signs >= from
        && !ends_sentence(before)
        && !matches!(first, '-' | '*' | '•' | '·' | '–' | '—')
        && !first.is_ascii_digit()
}

pub(super) fn is_wide(sign: char) -> bool {
    matches!(sign, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, owner: &str) -> (Vec<String>, Skipped) {
        let (kept, skipped) = kept(text, owner);
        let lines = kept.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
        (lines, skipped)
    }

    #[test]
    fn headers_quotes_and_signatures_are_left_out() {
        let mail = "From: Marta Novak <m@example.com>\nTo: Sam Reed\nSubject: Offer\nDate: 3 June\n\n\
                    Dear Sam,\n\nWe always do it by the checklist.\nCan you send the procedure?\n\n\
                    Kind regards,\nMarta Novak\nHead of Purchasing\n+49 30 1234\n\n\
                    On Mon, 1 June 2026, Sam Reed wrote:\n> Please find our offer.\n> Sam\n";
        let (kept, skipped) = lines(mail, "Sam Reed");
        assert_eq!(
            kept,
            ["Dear Sam,", "We always do it by the checklist.", "Can you send the procedure?"]
        );
        assert_eq!(skipped, Skipped { headers: 5, quoted: 2, signature: 4 });
    }

    #[test]
    fn a_chinese_mail_is_cut_in_the_same_way() {
        let mail = "发件人：林悦\n收件人：周明\n主 题：报价\n\n周经理：\n还是按老规矩来，先走流程。\n\n\
                    顺颂商祺\n林悦\n采购部\n\n在 2026年6月1日，周明 写道：\n> 报价见附件。\n";
        let (kept, skipped) = lines(mail, "周明");
        assert_eq!(kept, ["周经理：", "还是按老规矩来，先走流程。"]);
        assert_eq!(skipped, Skipped { headers: 4, quoted: 1, signature: 3 });
    }

    #[test]
    fn what_i_wrote_below_is_not_theirs() {
        let mail = "Numbers, please.\n\nFrom: Sam Reed\nSent: Monday\nSubject: Offer\n\n\
                    My vision is a big one.\n\nFrom: Marta\nSent: Sunday\n\nWhat does it cost?\n";
        let (kept, _) = lines(mail, "sam reed");
        assert_eq!(kept, ["Numbers, please.", "What does it cost?"]);
        let (kept, _) = lines(mail, "");
        assert_eq!(kept.len(), 3);
    }

    #[test]
    fn a_longer_name_with_mine_in_it_is_not_mine() {
        let mail = "From: Elizabeth\nSubject: x\n\nWhere are the figures?\n";
        assert_eq!(lines(mail, "Li").0, ["Where are the figures?"]);
    }

    #[test]
    fn a_sentence_about_an_earlier_message_is_kept() {
        let kept_line = "Our procedure is in the original message you got.";
        assert_eq!(lines(kept_line, "").0, [kept_line]);
        for line in [
            "-----Original Message-----",
            "Original message:",
            "Begin forwarded message:",
            "---------- Forwarded message ---------",
            "----- Forwarded Message from Ana -----",
        ] {
            assert_eq!(lines(line, "").1.headers, 1, "{line}");
        }
    }

    #[test]
    fn ordinary_notes_lose_nothing() {
        let notes = "She asked for the figures twice.\nTo: be honest, I had none.\n\
                     Thanks\nwe can start when the contract is signed by everybody.\n> nothing";
        let (kept, skipped) = lines(notes, "Sam");
        assert_eq!(kept.len(), 4, "{kept:?}");
        assert_eq!(skipped, Skipped { quoted: 1, ..Skipped::default() });
        assert_eq!(lines("", "").1, Skipped::default());
    }

    #[test]
    fn lines_broken_by_a_mail_program_become_one_again() {
        let broken = "We have always signed such contracts only after the safety\n\
                      department has seen the checklist.\n- first point\n- second point";
        assert_eq!(
            whole(broken),
            "We have always signed such contracts only after the safety department has seen the \
             checklist.\n- first point\n- second point"
        );
        let broken =
            "我们公司一直以来都是先由安全部门把检查表看过一遍、签了字，\n才会往下走合同流程。";
        assert_eq!(whole(broken).lines().count(), 1);
        assert_eq!(whole("short\nlines").lines().count(), 2);
    }
}
