use jiff::civil::datetime;

use super::*;

const ID: &str = "019aa0b2-7c41-7d2e-8a55-0242ac120002";

fn copy(tail: &str) -> CopyName {
    let path = format!("sessions/{ID}{tail}");
    match classify(Path::new(&path)) {
        FileKind::ConflictCopy(copy) => copy,
        other => panic!("{path} is {other:?}"),
    }
}

#[test]
fn copies_of_every_engine_are_known_with_their_time_and_host() {
    use Provider::{Dropbox, Nextcloud, Numbered, OneDrive, Syncthing, Unknown};
    let day = Some(datetime(2026, 11, 23, 0, 0, 0, 0));
    let time = Some(datetime(2026, 11, 23, 10, 15, 7, 0));
    let minute = Some(datetime(2026, 11, 23, 10, 15, 0, 0));
    for (tail, provider, made, host) in [
        (".sync-conflict-20261123-101507-ABCDEFG.ron", Syncthing, time, Some("ABCDEFG")),
        (".sync-conflict-20261123-101507-.ron", Syncthing, time, None),
        (".sync-conflict-20261123-101507.ron", Syncthing, time, None),
        (".ron.sync-conflict-20261123-101507-ABCDEFG", Syncthing, time, Some("ABCDEFG")),
        (
            ".sync-conflict-20261123-101507-ABCDEFG.sync-conflict-20270101-000000-HIJKLMN.ron",
            Syncthing,
            time,
            Some("ABCDEFG"),
        ),
        (" (Miguel Mota's conflicted copy 2026-11-23).ron", Dropbox, day, Some("Miguel Mota")),
        (" (Lin Yue’s conflicted copy 2026-11-23).ron", Dropbox, day, Some("Lin Yue")),
        (" (Sam's  conflicting copy 2026-11-23).ron", Dropbox, day, None),
        (" (Sam's conflicting copy 2026-11-23).ron", Dropbox, day, Some("Sam")),
        (" (PC2's conflicted copy 2026-11-23) (1).ron", Dropbox, day, Some("PC2")),
        (" (In Konflikt stehende Kopie von PC-3 2026-11-23).ron", Dropbox, day, Some("PC-3")),
        (" (Jochens in Konflikt stehende Kopie 2026-11-23).ron", Dropbox, day, Some("Jochen")),
        (" (Copie en conflit de SEMLOG-1 2026-11-23).ron", Dropbox, day, Some("SEMLOG-1")),
        (" (Copia en conflicto de D SM 2026-11-23).ron", Dropbox, day, Some("D SM")),
        (" (copia en conflicto de PC2 2026-11-23).ron", Dropbox, day, Some("PC2")),
        (" (copia in conflitto di PC2 2026-11-23).ron", Dropbox, day, None),
        (" (Cópia em conflito de PC2 2026-11-23).ron", Dropbox, day, None),
        (
            " (Конфликтующая копия пользователя Alexei M 2026-11-23 10_15.07 AM).ron",
            Dropbox,
            day,
            Some("Alexei M"),
        ),
        (" (柴添 的冲突副本 2026-11-23).ron", Dropbox, day, Some("柴添")),
        (" (张三的冲突副本 2026-11-23).ron", Dropbox, day, Some("张三")),
        (" (来自 小王 的冲突副本 2026-11-23).ron", Dropbox, day, Some("小王")),
        (" (冲突副本 2026-11-23).ron", Dropbox, day, None),
        ("(Cong-Windows的冲突副本1_2026-11-23 10-15-07).ron", Dropbox, time, Some("Cong-Windows")),
        (" (王 的衝突複本 2026-11-23).ron", Dropbox, day, Some("王")),
        (" (Taketan の競合コピー 2026-11-23).ron", Dropbox, day, Some("Taketan")),
        // Decomposed, as some file systems store it.
        (" (Taketan の競合コヒ\u{309a}ー 2026-11-23).ron", Dropbox, day, Some("Taketan")),
        (".ron (Air 的冲突副本 2026-11-23)", Dropbox, day, Some("Air")),
        (" (Case Conflict).ron", Dropbox, None, None),
        (" (Case Conflict (1)).ron", Dropbox, None, None),
        (" (Unicode Encoding Conflict)(1).ron", Dropbox, None, None),
        (" (Conflicto de mayúsculas y minúsculas).ron", Dropbox, None, None),
        (" (skiftlägeskonflikt).ron", Dropbox, None, None),
        (" (conflicted copy 2026-11-23 101507).ron", Nextcloud, time, None),
        (" (conflicted copy Zack 2026-11-23 101507).ron", Nextcloud, time, Some("Zack")),
        ("_conflict-20261123-101507.ron", Nextcloud, time, None),
        ("_conflict-zack-20261123-101507.ron", Nextcloud, time, Some("zack")),
        (" (case clash from 2026-11-23 101507).ron", Nextcloud, time, None),
        (
            " (Conflicted copy ThinkPad-T14-G5 202611231015).ron",
            Dropbox,
            minute,
            Some("ThinkPad-T14-G5"),
        ),
        ("-DESKTOP-QRI9EIH.ron", OneDrive, None, Some("DESKTOP-QRI9EIH")),
        ("-hilap-hilap.ron", OneDrive, None, Some("hilap-hilap")),
        ("-laptop-2.ron", OneDrive, None, Some("laptop")),
        ("-sahil-Inspiron-5559.ron", OneDrive, None, Some("sahil-Inspiron-5559")),
        ("-predator-safeBackup-0001.ron", OneDrive, None, Some("predator")),
        ("-办公室.ron", OneDrive, None, Some("办公室")),
        (" 2.ron", Numbered, None, None),
        (" (1).ron", Numbered, None, None),
        ("(12).ron", Numbered, None, None),
        (" copy.ron", Unknown, None, None),
        (" - 副本.ron", Unknown, None, None),
        (" (Macの控え).ron", Unknown, None, None),
        ("2.ron", Unknown, None, None),
        ("~.ron", Unknown, None, None),
        ("\u{fffd}.ron", Unknown, None, None),
    ] {
        let found = copy(tail);
        let expected = (provider, made, host.map(str::to_owned));
        assert_eq!((found.provider, found.made, found.host), expected, "{tail}");
        assert_eq!(found.key, RecordKey::Session(SessionId(ID.parse().unwrap())), "{tail}");
    }
}

#[test]
fn the_copy_belongs_to_the_record_whose_name_it_begins_with() {
    let key = |path: &str| match classify(Path::new(path)) {
        FileKind::ConflictCopy(copy) => copy.key,
        other => panic!("{path} is {other:?}"),
    };
    let person = RecordKey::Counterpart(CounterpartId(ID.parse().unwrap()));
    assert_eq!(key(&format!("counterparts/{ID} 2.ron")), person);
    assert_eq!(key(&format!("counterparts/{} (Case Conflict).ron", ID.to_uppercase())), person);
    for tail in [" (1)", "-HOST", ".sync-conflict-20261123-101507-ABCDEFG", " (conflicted copy …)"]
    {
        assert_eq!(key(&format!("library{tail}.ron")), RecordKey::Library);
    }
}

#[test]
fn records_foreign_files_and_files_of_no_interest_are_told_apart() {
    let session = FileKind::Record(RecordKey::Session(SessionId(ID.parse().unwrap())));
    let upper = ID.to_uppercase();
    for (path, kind) in [
        (format!("sessions/{ID}.ron"), session),
        ("library.ron".to_owned(), FileKind::Record(RecordKey::Library)),
        (format!("sessions/{upper}.ron"), FileKind::Foreign),
        (format!("sessions/{}.ron", ID.replace('-', "")), FileKind::Foreign),
        ("sessions/notes.ron".to_owned(), FileKind::Foreign),
        (
            "sessions/会议记录会议记录会议记录会议记录会议记录会议记录.ron".to_owned(),
            FileKind::Foreign,
        ),
        ("libraryx.ron".to_owned(), FileKind::Foreign),
        (format!("{ID}.ron"), FileKind::Foreign),
        ("sessions/library.ron".to_owned(), FileKind::Foreign),
        (format!("sessions/.{ID}.ron.icloud"), FileKind::Ignored),
        (format!("sessions/~syncthing~{ID}.ron.tmp"), FileKind::Ignored),
        (format!("sessions/.tmp-{ID}.ron"), FileKind::Ignored),
        (format!("sessions/{ID}.ron~"), FileKind::Ignored),
        (format!("sessions/{ID}.ron.tmp"), FileKind::Ignored),
        (format!("sessions/{ID}.txt"), FileKind::Ignored),
        ("library.lock".to_owned(), FileKind::Ignored),
        (format!("backups/sessions/{ID}/20261123.ron"), FileKind::Ignored),
        (format!("quarantine/{ID}.ron"), FileKind::Ignored),
        (String::new(), FileKind::Ignored),
    ] {
        assert_eq!(classify(Path::new(&path)), kind, "{path}");
    }
}
