### 设置页。

settings-title = 设置

## 语言与外观

settings-look = 语言与外观
settings-language = 语言
settings-theme = 主题
settings-text-size = 文字大小
language-system = 跟随系统
language-english = English
language-chinese = 简体中文
theme-system = 跟随系统
theme-light = 浅色
theme-dark = 深色

## 动物

settings-animals = 动物
settings-animals-note = 动物只是帮你记住象限，别无他意。更换后只改图案和叫法。
settings-animals-sheep-is-c = C 为羊，D 为狐
settings-animals-fox-is-c = C 为狐，D 为羊

## 我

settings-me = 我
settings-my-name = 我的姓名
settings-my-name-hint = 会前简报里的写法
settings-me-unknown = 你还没描述过自己怎么想问题。描述之后，建议才能同时贴合你和对方。
settings-me-known = { $certainty }：{ $quadrant }，来自 { $count } 条依据
settings-me-tied = 尚无明显偏向，来自 { $count } 条依据
settings-currency = 新谈判的货币
settings-currency-hint = ISO 代码，例如 CNY
settings-currency-problem = 货币代码是三个字母。

## 资料库

settings-library = 资料库
settings-library-note = 一个文件夹，每位对手、每场谈判各存一个看得懂的文件。复制文件夹就是备份。
settings-library-open = 打开其他…
settings-library-new = 新建资料库…
settings-library-recent = 最近的资料库
settings-library-current = 当前打开
settings-library-writable = 每次修改都会马上保存到这里。

## 关于

settings-about = 关于
settings-version = 版本 { $version }
settings-licence = 开源软件，采用 MIT 或 Apache-2.0 许可
settings-storage = 记录存在资料库文件夹里。语言、外观和没写完的内容存在本机的应用文件夹里。不会发送到任何地方。
settings-honesty = 思维画像是根据你的记录做出的推测，不是测验，也不用于招聘。

## 资料库为什么只读

access-writable = 资料库可以修改。
access-already-open = 只读：资料库已在另一个窗口打开。请先关闭那边，再重新打开。
access-already-open-by = 只读：{ $host } 已打开这个资料库（{ $since } 起，进程 { $pid }）。请先关闭那边，再重新打开。
access-no-permission = 只读：文件夹无法写入。请更改文件夹权限，或把资料库复制到别处。
access-newer = 只读：这个资料库由更新的版本写成（结构版本 { $schema }）。请更新应用后再修改。
access-no-lock = 只读：这个磁盘无法防止两个窗口同时写入（{ $reason }）。请把资料库复制到本机磁盘。
