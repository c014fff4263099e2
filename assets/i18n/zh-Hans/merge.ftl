# 查看记录的第二个版本并合并。

command-merges = 查看第二版本
command-merges-tip = 两处都改过的记录：逐项选择

## 列表

merge-list-title = 第二版本
merge-list-intro = 这些记录有两个版本。先放着也不会丢。
merge-reading = 正在读取…
merge-status-fields = { $count } 项有冲突
merge-status-clean = 可直接合并，没有冲突
merge-status-nothing-new = 没有新内容
merge-status-orphan = 原记录已不在
merge-status-other-library = 来自另一个资料库
merge-status-unreadable = 读不出来
merge-put-aside-all = 把 { $count } 个没有新内容的副本移到资料库的 trash 文件夹

## 一条记录

merge-title = 两个版本：{ $name }
merge-title-copy = 副本：{ $name }
merge-library-record = 资料库设置与我的画像
merge-from-file = 你修改这条记录的同时，另一个程序也改了它的文件。
merge-from-syncthing = Syncthing 留下的副本
merge-from-dropbox = Dropbox 留下的副本
merge-from-nextcloud = Nextcloud 或 ownCloud 留下的副本
merge-from-onedrive = OneDrive 留下的副本
merge-from-host = { $origin }，来自 { $host }
merge-from-numbered = 带编号的副本（iCloud、Google Drive 或文件管理器生成）
merge-from-unknown = 来源不明的副本
merge-from-import = 并入的资料库里的版本
merge-copy-at = { $who } · { $at }
merge-copy-file = { $origin } · { $file }
merge-kept-file = 你的版本已保存，另一版本留在这条记录的历史版本里。
merge-kept-copy = 合并后副本移到资料库的 trash 文件夹。撤销会恢复你的记录，副本仍在那里。
merge-renewed = 记录刚刚又有变动，请看一下现在的冲突。

merge-mine = 我的
merge-theirs = 另一版本
merge-changed = 最后修改：{ $at }
merge-all-mine = 全用我的
merge-all-theirs = 全部用另一版本
merge-option = { $field }，{ $side }：{ $value }
merge-removed = 这边已删除
merge-my-order = 我的顺序
merge-their-order = 另一版本的顺序
merge-no-contradiction = 没有冲突。
merge-quiet-copy = 另有 { $count } 处改动没有冲突，会一并并入
merge-quiet-file = 另一版本有 { $count } 处改动没有冲突，已经并入
merge-before = 原来
merge-after = 现在
merge-keys = ↑ ↓ 换项 · ← 或 M 用我的 · → 或 T 用另一版本 · Ctrl+Enter 合并
merge-keys-short = Ctrl+Enter 合并
merge-do = 合并
merge-do-next = 合并，看下一条
merge-later = 以后再说
merge-all = 全部 { $count } 条

## 不能合并或不必合并的副本

merge-nothing-new = 这个副本里没有记录里缺少的内容。
merge-orphan = 这个副本对应的记录已不在资料库里，可以用副本恢复它。
merge-other-library = 这是另一个资料库的 library.ron，不能与你的合并。
merge-unreadable = 副本读不出来。你的记录不受影响。
merge-put-aside = 把副本移到资料库的 trash 文件夹
merge-bring-back = 用副本恢复记录
merge-leave = 留在原处

## 做了什么

merge-told-file = 已按你的选择合并。
merge-told-mine = 保留你的版本。
merge-told-copy = 已合并，副本在资料库的 trash 文件夹。
merge-told-nothing = 保留你的版本，副本在资料库的 trash 文件夹。
merge-told-back = 记录已恢复，副本在资料库的 trash 文件夹。
merge-told-aside = 副本在资料库的 trash 文件夹。
merge-told-aside-many = { $count } 个副本在资料库的 trash 文件夹。
merge-copy-gone = 副本已经不在了，可能已在别处处理。
merge-record-gone = 这条记录已不在资料库里。
merge-lost = 以下内容的位置已不在记录中，没有采用：{ $fields }
