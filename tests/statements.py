"""True statements drawn from the data in the words of a journalist, and the same with one thing altered.

What is drawn comes from the fields of the records alone, without the functions that are measured by it. Half of the phrasings were
there when `check` was tuned; those that are `held_out` were written apart and are measured apart.
"""

from __future__ import annotations

import datetime
import random
import re
from decimal import Decimal
from typing import Any

import attrs

from asean_digital.model.wording import WordingStatus
from asean_digital.values import PartialDate, Period, Quantity
from asean_digital.values.quantity import QuantityBound

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


@attrs.frozen(kw_only=True)
class Said:
    """A statement: its text, what it is about, and what in it is the claim."""

    text: str
    lang: str
    sort: str
    what: str
    """What sort of fact: held, adopted, period ..."""
    record: str
    """The id of the record that is named."""
    claim: str
    """The words that are true or altered."""
    when: Any = None
    """The date that is given, where one is."""
    altered: str = ""
    """How it was altered; empty where it is true."""


# --- phrasings: {name} {on} (date with its preposition) {date} {in_city} {post} {figure} {title} -------------------------------------

TUNED: dict[tuple[str, str], tuple[str, ...]] = {
    ("held", "en"): (
        "The {name} was held{in_city} {on}.",
        "{On}, ministers and officials gathered{in_city} for the {name}.",
        "The {name}, which took place{in_city} {on}, drew delegates from Japan, China and the European Union.",
        "Speakers from the World Bank and the ITU attended the {name} ({date}), according to the organisers.",
        "{name} convened{in_city} {on} to discuss artificial intelligence and data governance.",
        "Officials said the {name} was organised{in_city} {on}, with cybersecurity high on the agenda.",
        "Scheduled for {date}, the {name} brought ASEAN and its dialogue partners to one table.",
        "Held{in_city} {on}, the {name} reviewed progress on 5G and submarine cables.",
        "Few will forget the {name} of {date}, when Singapore and Malaysia argued over roaming.",
        "For two dozen delegations the {name} began and ended {on}, and none of them went home without a promise on 5G.",
        "Reporters were let in when the {name} was being held{in_city} {on}.",
        "At the {name}, held {on}, India asked for more time.",
        "“We will be back,” a delegate said after the {name}, which was hosted{in_city} {on}.",
    ),
    ("held", "vi"): (
        "{name} diễn ra{in_city} {on}.",
        "{On}, {name} được tổ chức{in_city} với sự tham dự của các nước ASEAN và đối tác.",
        "{name} ({date}) quy tụ đại biểu Nhật Bản, Trung Quốc và Liên minh châu Âu.",
        "Theo ban tổ chức, {name} đã diễn ra{in_city} {on}, tập trung vào trí tuệ nhân tạo và an ninh mạng.",
        "Các bộ trưởng và quan chức đã nhóm họp{in_city} {on} trong khuôn khổ {name}.",
        "Việt Nam cử đoàn tham dự {name}, được tổ chức{in_city} {on}.",
        "Tại {name} {date}, các nước đã rà soát tiến độ triển khai 5G và cáp biển.",
        "Được tổ chức{in_city} {on}, {name} thu hút sự quan tâm của Ấn Độ và Hoa Kỳ.",
        "Sự kiện đáng chú ý là {name}, khai mạc và bế mạc {on}.",
        "Phóng viên được vào đưa tin khi {name} diễn ra{in_city} {on}.",
        "Tại {name}, tổ chức {on}, Ấn Độ đề nghị có thêm thời gian.",
        "{On},{in_city} diễn ra {name} với nhiều nội dung về cáp biển.",
    ),
    ("accepted", "en"): (
        "The {name} was {verb} {on}.",
        "{On}, ministers {verb} the {name}, a text that Japan and the European Union had welcomed.",
        "Member states {verb} the {name} {on}, after months of talks on artificial intelligence.",
        "The {name}, {verb} {on}, sets out how ASEAN will cooperate with its partners.",
        "It took years before the {name} was finally {verb} {on}.",
        "The {name} ({verb} {on}) remains a reference for Singapore, Malaysia and Indonesia.",
        "Thailand and the Philippines backed the {name} when it was {verb} {on}.",
        "{On} came the news that the {name} had been {verb}.",
        "Having been {verb} {on}, the {name} now guides the work of the senior officials.",
        "Indonesia had pushed for the {name}, which was {verb} {on}.",
        "The text of the {name}, as {verb} {on}, runs to several pages.",
        "{On}, after a long night, ministers from the region {verb} the {name}.",
    ),
    ("accepted", "vi"): (
        "{name} được {verb} {on}.",
        "{On}, các bộ trưởng đã {verb} {name}.",
        "Các nước thành viên {verb} {name} {on}, sau nhiều tháng trao đổi với Nhật Bản và Hàn Quốc.",
        "{name}, được {verb} {on}, đề ra định hướng hợp tác giữa ASEAN và các đối tác.",
        "Văn kiện {name} đã chính thức được {verb} {on}.",
        "Được {verb} {on}, {name} là cơ sở để Singapore và Malaysia triển khai hợp tác.",
        "Sau khi {name} được {verb} {on}, Thái Lan và Philippines bắt tay vào triển khai.",
        "Ngay từ khi được {verb} {on}, {name} đã nhận được sự ủng hộ của Hoa Kỳ.",
        "Việc {verb} {name} {on} là dấu mốc của hợp tác số.",
        "{name} ra đời từ nhiều vòng tham vấn và được {verb} {on}.",
        "Indonesia là nước thúc đẩy {name}, văn kiện được {verb} {on}.",
        "{On}, sau một đêm dài, các bộ trưởng {verb} {name}.",
    ),
    ("period", "en"): (
        "The {name} covers {date}.",
        "The {name} ({date}) guides cooperation on data governance.",
        "Running {from_to}, the {name} is backed by Japan and the World Bank.",
        "The {name} runs {from_to}.",
        "Covering the period {date}, the {name} names artificial intelligence among its priorities.",
        "Officials in Singapore said the {name} spans {date}.",
        "For {date}, members will be guided by the {name}.",
        "Its successor aside, the {name} was meant for the years {date}.",
        "The United States supports the {name} for {date}.",
        "Talks on money for the {name} ({date}) are over.",
        "The {name} was drawn up for the period {date} and will be looked at again.",
        "Spanning {date}, the {name} is the longest of its kind.",
    ),
    ("period", "vi"): (
        "{name} được thực hiện trong giai đoạn {date}.",
        "{name} ({date}) là khuôn khổ hợp tác với Nhật Bản.",
        "{name} kéo dài {from_to}.",
        "{name} áp dụng cho giai đoạn {date}, theo một quan chức Singapore.",
        "Trong giai đoạn {date}, {name} tập trung vào trí tuệ nhân tạo.",
        "{name} cho giai đoạn {date} đã được gửi tới Liên minh châu Âu.",
        "Hoa Kỳ ủng hộ {name} giai đoạn {date}.",
        "{name} là kim chỉ nam cho các năm {date}.",
        "Khung thời gian của {name} là {date}.",
        "Các cuộc trao đổi về kinh phí cho {name} ({date}) đã kết thúc.",
        "{name} được xây dựng cho giai đoạn {date}.",
        "Với khung thời gian {date}, {name} là kế hoạch dài hơi nhất.",
    ),
    ("since", "en"): (
        "{name} {became} {on}.",
        "{On}, {name} {became}, a step that Japan and India applauded.",
        "{name}, which {became} {on}, has sent officials to every meeting since.",
        "It was {on} that {name} {became}.",
        "Since {name} {became} {on}, digital cooperation has widened.",
        "Observers recall that {name} {became} {on}.",
        "By the time {name} {became} {on}, much had changed in the region.",
        "{name} {became} {on}, the record shows, to the delight of Australia.",
        "Many date the change to {date}, when {name} {became}.",
        "{name} {became} {on} and has not looked back.",
        "Few remember the day, {date}, on which {name} {became}.",
        "{On} was when {name} {became}.",
    ),
    ("since", "vi"): (
        "{name} {became} {on}.",
        "{On}, {name} {became}.",
        "{name} đã {became} {on} và tham gia nhiều chương trình hợp tác số.",
        "Kể từ khi {name} {became} {on}, hợp tác số ngày càng mở rộng.",
        "{name} chính thức {became} {on}, theo Ban Thư ký ASEAN.",
        "Được biết {name} {became} {on}.",
        "Việc {name} {became} {on} được Úc hoan nghênh.",
        "Nhìn lại, {name} {became} {on}.",
        "Mốc {date} ghi dấu việc {name} {became}.",
        "{name} {became} {on} và không ngừng mở rộng hợp tác.",
        "Ít ai nhớ rằng {on} {name} {became}.",
        "Phải đến {date}, {name} mới {became}.",
    ),
    ("counted", "en"): (
        "The report counts {counted}.",
        "Officials spoke of {counted}, a figure that Japan and the European Union took note of.",
        "There were {counted}, according to the organisers.",
        "A page of the secretariat lists {counted}.",
        "With {counted}, the region has made headway, analysts said.",
        "Delegates heard of {counted}.",
        "Not everyone noticed {counted}.",
        "What stood out to the press was this: {counted}.",
        "The United States and Canada praised {counted}.",
        "She spoke of {counted} and of what is still to be done.",
        "On the table were {counted}.",
        "“{counted} is not bad for a start,” an observer said.",
    ),
    ("counted", "vi"): (
        "Báo cáo nêu {counted}.",
        "Theo ban tổ chức, có {counted}.",
        "Các đại biểu Nhật Bản và Singapore được nghe về {counted}.",
        "Tài liệu của Ban Thư ký ghi nhận {counted}.",
        "Với {counted}, hợp tác khu vực đã có bước tiến.",
        "Thống kê cho thấy {counted}.",
        "Hoa Kỳ và Canada đánh giá cao {counted}.",
        "Con số đáng chú ý: {counted}.",
        "Không phải ai cũng biết có {counted}.",
        "Bà nhắc tới {counted} và những việc còn phải làm.",
        "Điểm đáng ghi nhận là {counted}.",
        "Tính đến lúc đó đã có {counted}, một chuyên gia cho biết.",
    ),
    ("measured", "en"): (
        "{Called} stood at {figure}.",
        "{Called} was put at {figure}, officials in Singapore said.",
        "At {figure}, {called} drew attention at the meeting.",
        "{Called} came to {figure}, according to a report that Japan welcomed.",
        "The press gives {figure} for {called}.",
        "{Called}: {figure}.",
        "Put {called} at {figure} and the picture changes.",
        "{Called} amounted to {figure}, the press in Jakarta reported.",
        "Analysts had {called} at {figure}.",
        "{Called}, at {figure}, surprised the guests from Canada.",
        "A page of the ministry says that {called} is {figure}.",
    ),
    ("measured", "vi"): (
        "{Called} đạt {figure}.",
        "{Called} là {figure}, theo một quan chức Singapore.",
        "{Called} ở mức {figure}.",
        "Báo chí nêu {called} là {figure}.",
        "{Called} được công bố là {figure}.",
        "{Called}: {figure}.",
        "Nếu {called} là {figure} thì bức tranh đã khác.",
        "Giới phân tích cho rằng {called} là {figure}.",
        "{Called}, với {figure}, khiến khách mời Canada bất ngờ.",
        "Trang của bộ cho biết {called} đạt {figure}.",
    ),
    ("budget", "en"): (
        "The {name} has a budget of {figure}.",
        "The {name}, worth {figure}, is open to all members of ASEAN.",
        "Partners set aside {figure} for the {name}.",
        "With {figure} behind it, the {name} supports digital skills.",
        "Some {word_for_money} {figure} go to the {name}.",
        "The {name} can count on {figure} over its lifetime.",
        "The price tag of the {name} is {figure}.",
        "{figure} has been allocated to the {name}.",
        "Korea and Japan were told that the {name} costs {figure}.",
    ),
    ("budget", "vi"): (
        "{name} có kinh phí {figure}.",
        "{name}, trị giá {figure}, mở cho mọi nước ASEAN.",
        "Các đối tác dành {figure} cho {name}.",
        "Với ngân sách {figure}, {name} hỗ trợ kỹ năng số.",
        "{name} có thể trông vào {figure} trong suốt thời gian thực hiện.",
        "Nguồn vốn của {name} là {figure}.",
        "Tổng vốn của {name} là {figure}.",
        "{figure} đã được phân bổ cho {name}.",
        "Nhật Bản được biết {name} có ngân sách {figure}.",
    ),
    ("post", "en"): (
        "{Post} {name} chaired the session.",
        "{name}, {post}, welcomed the delegates from Japan and China.",
        "The meeting was addressed by {name}, the {post}, who spoke about artificial intelligence.",
        "{post} {name} said that ASEAN would go further on data governance.",
        "{name} ({post}) thanked the World Bank for its support.",
        "Among the speakers was {post} {name}.",
        "No one put it better than {name}, {post}.",
        "In the words of {post} {name}, the time for pilots is over.",
        "Seated next to {post} {name} was a guest from Australia.",
        "Among those who rose to speak was {name}, {post}.",
        "Photographs show {post} {name} with guests from the World Bank.",
        "It fell to {name}, then {post}, to close the session.",
    ),
    ("post", "vi"): (
        "{Post} {name} chủ trì phiên họp.",
        "{name}, {post}, chào mừng các đại biểu Nhật Bản và Trung Quốc.",
        "Phát biểu tại phiên họp, {post} {name} nhấn mạnh vai trò của trí tuệ nhân tạo.",
        "Hội nghị có sự tham dự của {post} {name}.",
        "Ông {name} - {post} cảm ơn Ngân hàng Thế giới đã hỗ trợ.",
        "Theo {post} {name}, ASEAN cần đẩy mạnh quản trị dữ liệu.",
        "Như lời {post} {name}, đã hết thời thí điểm.",
        "Ngồi cạnh {post} {name} là một vị khách đến từ Úc.",
        "Đại diện nước chủ nhà là {name}, {post}.",
        "Trong số những người phát biểu có {name}, {post}.",
        "Ảnh chụp {post} {name} cùng khách mời của Ngân hàng Thế giới.",
        "Thay mặt đoàn, {post} {name} trao quà lưu niệm.",
    ),
    ("title", "en"): (
        "The ministers discussed the {name} with Japan.",
        "A copy of the {name} was sent to the secretariat.",
        "Under the {name}, members share what they have learnt.",
        "Singapore has long supported the {name}.",
        "The “{name}” was on the table again, officials said.",
        "Analysts call the {name} a turning point for ASEAN.",
        "Few texts are cited as often as the {name}.",
        "What the {name} leaves open will occupy Canada and Australia for years.",
        "Her question was about the {name}.",
        "He held up a copy of the {name}.",
        "Critics of the {name} were few.",
        "Between the lines of the {name} one reads a worry about jobs.",
    ),
    ("title", "vi"): (
        "Các bộ trưởng đã trao đổi về {name} với Nhật Bản.",
        "Bản {name} đã được gửi tới Ban Thư ký.",
        "Theo {name}, các nước chia sẻ kinh nghiệm.",
        "Singapore nhiều năm ủng hộ {name}.",
        "“{name}” tiếp tục được đưa ra thảo luận.",
        "Giới phân tích coi {name} là bước ngoặt của ASEAN.",
        "Ít văn kiện nào được nhắc đến nhiều như {name}.",
        "Câu hỏi của bà liên quan đến {name}.",
        "Những gì {name} còn bỏ ngỏ sẽ là việc của Canada và Úc.",
        "Ông giơ cao bản {name}.",
        "Ít người chỉ trích {name}.",
        "Trong {name} có thể thấy nỗi lo về việc làm.",
    ),
    ("theme", "en"): (
        'The {name} had the theme "{theme}".',
        "Under the theme “{theme}”, the {name} brought ministers together.",
        "The {name} was held under the theme “{theme}”, with Japan and China taking part.",
        "The theme of the {name}, “{theme}”, was chosen with care.",
        "With “{theme}” as its theme, the {name} drew a crowd.",
        "The {name} chose the theme “{theme}”.",
    ),
    ("theme", "vi"): (
        '{name} có chủ đề "{theme}".',
        "Với chủ đề “{theme}”, {name} quy tụ các bộ trưởng.",
        "{name} diễn ra với chủ đề “{theme}”, có sự tham dự của Nhật Bản và Trung Quốc.",
        "Chủ đề “{theme}” của {name} được lựa chọn kỹ.",
        "{name} chọn chủ đề “{theme}”.",
        "Chủ đề của {name} là “{theme}”.",
    ),
}

HELD_OUT: dict[tuple[str, str], tuple[str, ...]] = {
    ("held", "en"): (
        "The {name} ended on a high note; it had been held{in_city} {on}.",
        "Diplomats recall that the {name} took place {on}, with Canada as a guest.",
        "{On}, the {name} got under way{in_city} and drew to a close.",
        "More than a hundred people went to the {name}, {date}{in_city}.",
    ),
    ("held", "vi"): (
        "Các nhà ngoại giao nhớ lại {name} diễn ra {on}, với khách mời là Canada.",
        "{name}, {date}, là dịp để các nước bàn về cáp biển.",
        "Hơn một trăm người có mặt tại {name} được tổ chức {on}{in_city}.",
    ),
    ("accepted", "en"): (
        "Work began once the {name} had been {verb} {on}.",
        "The {name} was formally {verb} {on} to wide applause.",
        "What the ministers {verb} {on} was the {name}.",
    ),
    ("accepted", "vi"): (
        "Công việc bắt đầu khi {name} được {verb} {on}.",
        "{name} đã được chính thức {verb} {on} trong tiếng vỗ tay.",
        "{On} ghi dấu việc các bộ trưởng {verb} {name}.",
    ),
    ("period", "en"): (
        "The {name}, covering {date}, is short on numbers.",
        "A new chapter opens with the {name} for the period {date}.",
        "The {name} extends {from_to}.",
    ),
    ("period", "vi"): (
        "{name} giai đoạn {date} còn ít con số.",
        "{name} trải dài {from_to}.",
        "Một chương mới mở ra với {name} cho giai đoạn {date}.",
    ),
    ("since", "en"): (
        "History books say {name} {became} {on}.",
        "Ever since {on}, when {name} {became}, things have moved fast.",
        "{name} {became} {on}, ahead of many others.",
    ),
    ("since", "vi"): (
        "Sử sách ghi {name} {became} {on}.",
        "{name} {became} {on}, trước nhiều nước khác.",
        "Từ khi {name} {became} {on}, mọi việc tiến triển nhanh.",
    ),
    ("counted", "en"): (
        "A count by the press found {counted}.",
        "The minister was proud of {counted}, he said in Jakarta.",
        "All in all there are {counted}.",
    ),
    ("counted", "vi"): (
        "Báo chí thống kê được {counted}.",
        "Bộ trưởng tự hào về {counted}.",
        "Tất cả có {counted}.",
    ),
    ("measured", "en"): (
        "The latest word on {called}: {figure}.",
        "{Called} reached {figure}, much to the surprise of Australia.",
        "Nobody doubts that {called} was {figure}.",
    ),
    ("measured", "vi"): (
        "Con số mới nhất về {called}: {figure}.",
        "{Called} chạm mức {figure}, khiến Úc bất ngờ.",
        "Không ai nghi ngờ {called} là {figure}.",
    ),
    ("budget", "en"): (
        "The {name} is funded with {figure}.",
        "A sum of {figure} stands behind the {name}.",
        "The {name} comes with a budget of {figure}, Singapore was told.",
    ),
    ("budget", "vi"): (
        "{name} được tài trợ {figure}.",
        "Quy mô của {name} là {figure}.",
        "{name} đi kèm kinh phí {figure}.",
    ),
    ("post", "en"): (
        "“We must act,” said {name}, {post}.",
        "{Post} {name} flew home the same night.",
        "A question went to {post} {name}, who smiled.",
    ),
    ("post", "vi"): (
        "“Phải hành động”, {post} {name} nói.",
        "{Post} {name} về nước ngay trong đêm.",
        "Câu hỏi được gửi tới {name}, {post}.",
    ),
    ("title", "en"): (
        "She quoted from the {name} at length.",
        "No mention was made of the {name}.",
        "The {name} has friends and foes.",
    ),
    ("title", "vi"): (
        "Bà trích dẫn dài từ {name}.",
        "Không ai nhắc tới {name}.",
        "{name} có người khen, kẻ chê.",
    ),
    ("theme", "en"): (
        "The motto of the {name} was “{theme}”.",
        "Held under the theme “{theme}”, the {name} was a lively one.",
    ),
    ("theme", "vi"): (
        "Được tổ chức với chủ đề “{theme}”, {name} diễn ra sôi nổi.",
        "Thông điệp của {name} là “{theme}”.",
    ),
}

# --- dates in words -------------------------------------------------------------------------------------------------------------------


def _en(when: Any, draw: random.Random) -> tuple[str, str]:
    """A date with its preposition, and without."""
    if isinstance(when, PartialDate):
        if when.month is None:
            return f"in {when.year}", f"{when.year}"
        month = MONTHS[when.month - 1]
        if when.day is None:
            return f"in {month} {when.year}", f"{month} {when.year}"
        bare = draw.choice([f"{when.day} {month} {when.year}", f"{month} {when.day}, {when.year}"])
        return f"on {bare}", bare
    start, end = when.start, when.end
    if start.month is None:
        return f"in {start.year}-{end.year}", f"{start.year}-{end.year}"
    one, other = MONTHS[start.month - 1], MONTHS[end.month - 1]
    if start.day is None:
        bare = f"{one} {start.year} to {other} {end.year}"
        return f"from {bare}", bare
    if (start.year, start.month) == (end.year, end.month):
        bare = draw.choice([f"{start.day}-{end.day} {one} {start.year}", f"{one} {start.day}-{end.day}, {start.year}"])
        return draw.choice([f"on {bare}", f"from {start.day} to {end.day} {one} {start.year}"]), bare
    bare = (
        f"{start.day} {one} to {end.day} {other} {end.year}"
        if start.year == end.year
        else f"{start.day} {one} {start.year} to {end.day} {other} {end.year}"
    )
    return f"from {bare}", bare


def _vi(when: Any, draw: random.Random) -> tuple[str, str]:
    if isinstance(when, PartialDate):
        if when.month is None:
            return f"năm {when.year}", f"năm {when.year}"
        if when.day is None:
            bare = draw.choice([f"tháng {when.month}/{when.year}", f"tháng {when.month} năm {when.year}"])
            return draw.choice([bare, f"vào {bare}"]), bare
        bare = draw.choice([f"ngày {when.day}/{when.month}/{when.year}", f"ngày {when.day} tháng {when.month} năm {when.year}"])
        return draw.choice([bare, f"vào {bare}"]), bare
    start, end = when.start, when.end
    if start.month is None:
        return f"trong các năm {start.year}-{end.year}", f"{start.year}-{end.year}"
    if start.day is None:
        bare = f"từ tháng {start.month}/{start.year} đến tháng {end.month}/{end.year}"
        return bare, bare
    if (start.year, start.month) == (end.year, end.month):
        bare = f"{start.day}-{end.day}/{start.month}/{start.year}"
        return draw.choice([f"từ ngày {start.day} đến {end.day}/{end.month}/{end.year}", f"trong các ngày {bare}"]), bare
    bare = f"từ ngày {start.day}/{start.month}/{start.year} đến ngày {end.day}/{end.month}/{end.year}"
    return bare, bare


def _dates(when: Any, lang: str, draw: random.Random) -> dict[str, str]:
    on, bare = _en(when, draw) if lang == "en" else _vi(when, draw)
    slots = {"on": on, "On": on[:1].upper() + on[1:], "date": bare, "claim": bare}
    if isinstance(when, Period):
        ends = (_en if lang == "en" else _vi)(when.start, draw)[1], (_en if lang == "en" else _vi)(when.end, draw)[1]
        slots["from_to"] = f"from {ends[0]} to {ends[1]}" if lang == "en" else f"từ {ends[0]} đến {ends[1]}"
    return slots


def _shifted(when: Any, draw: random.Random) -> tuple[Any, str]:
    """The same date with another day, month or year."""
    parts = {"day": "day", "month": "month", "year": "year"}
    first = when if isinstance(when, PartialDate) else when.start
    kinds = [parts[name] for name in ("year", "month", "day") if getattr(first, name) is not None]
    kind = draw.choice(kinds)
    days = {"day": draw.choice([-9, -6, -5, 5, 6, 9, 12]), "month": 0, "year": 0}[kind]
    months = {"day": 0, "month": draw.choice([-4, -3, -2, 2, 3, 5]), "year": draw.choice([-3, -2, -1, 1, 2]) * 12}[kind]

    def moved(date: PartialDate) -> PartialDate:
        index = date.year * 12 + (date.month or 1) - 1 + months
        year, month = divmod(index, 12)
        if date.month is None:
            return PartialDate(year)
        if date.day is None:
            return PartialDate(year, month + 1)
        day = datetime.date(year, month + 1, min(date.day, 28)) + datetime.timedelta(days=days)
        return PartialDate(day.year, day.month, day.day)

    return (moved(when) if isinstance(when, PartialDate) else Period(moved(when.start), moved(when.end))), f"another {kind}"


# --- what is drawn --------------------------------------------------------------------------------------------------------------------


def _clear(when: Any) -> bool:
    """Whether a date can be said and altered: known at both ends."""
    return isinstance(when, PartialDate) or (isinstance(when.end, PartialDate) and when.start.precision == when.end.precision)


def _names(record: Any, lang: str, unclear: set[str]) -> list[str]:
    """The names of a record in a language, but for former ones and those that another record bears too."""
    found = [w.text for w in record.names if w.lang == lang and w.status is not WordingStatus.FORMER]
    return [text for text in found if text.casefold() not in unclear]


def _unclear(registry: Any) -> set[str]:
    seen: dict[str, set[str]] = {}
    for record in registry:
        if record.KIND not in {"source", "statistic"}:
            for wording in record.names:
                seen.setdefault(wording.text.casefold(), set()).add(record.id)
    return {text for text, ids in seen.items() if len(ids) > 1}


VERBS = {
    "adopted": ("adopted", "thông qua"),
    "approved": ("approved", "phê duyệt"),
    "endorsed": ("endorsed", "tán thành"),
    "signed": ("signed", "ký kết"),
    "launched": ("launched", "ra mắt"),
    "issued": ("issued", "ban hành"),
}


Row = dict[str, Any]


class Facts:
    """What can be said of a registry in a language: the sort of fact, the record, the true value, what else is true, and the words."""

    def __init__(self, registry: Any, lang: str, draw: random.Random) -> None:
        self.registry, self.lang, self.draw = registry, lang, draw
        self.unclear = _unclear(registry)
        self.rows: list[Row] = []
        for part in (self.meetings, self.acts, self.themes, self.periods, self.members, self.bodies, self.numbers, self.posts, self.titles):
            part()

    def say(self, en: str, vi: str) -> str:
        return en if self.lang == "en" else vi

    def add(self, what: str, record: Any, value: Any, others: Any = (), **slots: str) -> None:
        for name in _names(record, self.lang, self.unclear):
            self.rows.append({"what": what, "record": record, "value": value, "others": others, "slots": {"name": name, **slots}})

    def meetings(self) -> None:
        for meeting in self.registry.meetings:
            city = next((w.text for w in meeting.city if w.lang == self.lang), None)
            others = [meeting.when, meeting.when_overall, *_readings(meeting, "when")]
            for value in (meeting.when, meeting.when_overall):
                if value is not None and _clear(value):
                    self.add("held", meeting, value, others, in_city=self.say(f" in {city}", f" tại {city}") if city else "")

    def acts(self) -> None:
        meetings, bodies = self.registry.meetings, self.registry.bodies
        for meeting in meetings:
            for act in meeting.outcomes:
                if act.target is None or act.on is None or act.verb.value not in VERBS or act.expected:
                    continue
                target = self.registry[act.target]
                if target.KIND in {"declaration", "plan", "guide", "agreement"}:
                    dates = [a.on or m.when for m in meetings for a in m.outcomes if a.target == act.target]
                    dates += [a.on for b in bodies for a in b.acts if a.target == act.target]
                    dates += _readings(meeting, f"outcomes/{act.key}/on")
                    self.add("accepted", target, act.on, dates, verb=self.say(*VERBS[act.verb.value]))

    def themes(self) -> None:
        for meeting in self.registry.meetings:
            rival = _readings(meeting, "theme", "rival", "earlier")
            for theme in meeting.theme:
                if self.is_title(theme, rival):
                    self.add("theme", meeting, theme.text, [w.text for w in meeting.theme])

    def is_title(self, wording: Any, rival: list[Any]) -> bool:
        return (
            wording.lang == self.lang
            and wording.status is not WordingStatus.OURS
            and len(wording.text.split()) > 3
            and '"' not in wording.text
            and wording.text not in rival
            and wording.text.casefold() not in self.unclear
        )

    def periods(self) -> None:
        for record in (*self.registry.plans, *self.registry.programmes):
            if record.period is not None and _clear(record.period) and record.period.start != record.period.end:
                year = str(record.period.start.year)
                for name in _names(record, self.lang, self.unclear):
                    if year not in name and not any(year in w.text for w in record.names if w.text.startswith(name)):
                        row = {"what": "period", "record": record, "value": record.period, "others": _readings(record, "period")}
                        self.rows.append({**row, "slots": {"name": name}})

    def members(self) -> None:
        for party in self.registry.parties:
            for each in party.memberships:
                if each.role.value == "member" and each.since:
                    became = self.draw.choice(
                        [("joined ASEAN", "gia nhập ASEAN"), ("became a member of ASEAN", "trở thành thành viên ASEAN")]
                    )
                    self.add("since", party, each.since, [each.since, *_readings(party, "memberships")], became=self.say(*became))
        for partnership in self.registry.partnerships:
            for stage in partnership.stages:
                if stage.since and stage.form.value not in {
                    "digital_ministerial",
                    "digital_senior_officials",
                    "consultation",
                    "informal_relations",
                }:
                    label = stage.form.label(self.lang)
                    became = self.say(f"became a {label} of ASEAN", f"trở thành {label} của ASEAN")
                    others = [stage.since, *_readings(partnership, "stages")]
                    self.add("since", self.registry[partnership.partner], stage.since, others, became=became)

    def bodies(self) -> None:
        for body in self.registry.bodies:
            if body.established:
                others = [body.established, body.since, *_readings(body, "established"), *_readings(body, "since")]
                self.add("since", body, body.established, others, became=self.say("was established", "được thành lập"))

    def numbers(self) -> None:
        for programme in self.registry.programmes:
            if programme.budget:
                others = [s.quantity for s in self.registry.statistics if s.about == programme.ref]
                self.add("budget", programme, programme.budget, others, word_for_money="sums such as")
        for number in self.registry.statistics:
            for wording in number.names if number.quantity and not number.disputes else ():
                if wording.lang == self.lang and not re.search(r"(?<!\d)(?!(?:19|20)\d\d\b)\d", wording.text.replace("5G", "")):
                    slots = {"called": wording.text}
                    self.rows.append({"what": "number", "record": number, "value": number.quantity, "others": (), "slots": slots})

    def posts(self) -> None:
        for person in self.registry.people:
            roles = [
                role for record in (*self.registry.meetings, *self.registry.bodies) for role in record.roles if role.person == person.ref
            ]
            posts = [w.text for o in (*person.offices, *roles) for w in o.post]
            for office in person.offices:
                for post in office.post:
                    if post.lang == self.lang and not any(d.path.endswith("/text") for d in person.disputes):
                        self.add("post", person, post.text, posts)

    def titles(self) -> None:
        for record in (*self.registry.declarations, *self.registry.plans, *self.registry.guides, *self.registry.agreements):
            rival = _readings(record, "names", "rival", "earlier")
            for wording in record.names:
                if self.is_title(wording, rival):
                    self.rows.append({"what": "title", "record": record, "value": wording.text, "others": (), "slots": {}})


def _readings(record: Any, path: str, *roles: str) -> list[Any]:
    """The values of the readings of disputes at or under a path."""
    found = [(d, r) for d in record.disputes if d.path.startswith(path) for r in d.readings]
    return [reading.value for _, reading in found if not roles or reading.role.value in roles]


SORTS = {
    "held": "date", "accepted": "date", "period": "date", "since": "date", "budget": "figure", "number": "figure",
    "post": "post", "title": "title", "theme": "title",
}  # fmt: skip


def _amount(value: Quantity, lang: str, draw: random.Random) -> tuple[Quantity, str]:
    """Another number of the same unit."""
    exact = value.amount
    kinds = ["another digit", "ten times as much", "a fifth more"] if exact >= 5 else ["another digit"]
    kind = draw.choice(kinds)
    if kind == "ten times as much":
        other = exact * 10
    elif kind == "a fifth more":
        other = exact * Decimal("1.2") if exact >= 1000 else exact + max(Decimal(1), (exact / 5).to_integral_value())
    else:
        digits = list(str(exact))
        place = draw.choice([n for n, sign in enumerate(digits) if sign.isdigit() and (n or len(digits) == 1 or True)][:2])
        digits[place] = draw.choice([d for d in "123456789" if d != digits[place]])
        other = Decimal("".join(digits))
    return Quantity(other, value.unit, value.bound), kind


def _figure(value: Quantity, lang: str) -> str:
    label = Quantity(value.amount, value.unit, QuantityBound.EXACT).label(lang)
    if value.bound is QuantityBound.EXACT:
        return label
    words = {"at_least": ("more than", "hơn"), "about": ("about", "khoảng")}[value.bound.value]
    return f"{words[lang == 'vi']} {label}"


_PLURAL = (
    "Projects",
    "Cities",
    "Countries",
    "Initiatives",
    "Teams",
    "Entries",
    "Students",
    "Workshops",
    "Participants",
    "Working",
    "Member",
    "Members",
)


def _number_slots(called: str, value: Quantity, lang: str) -> tuple[str, dict[str, str]]:
    """How a number is said: before what is counted, or as the measure of something."""
    figure = _figure(value, lang)
    if value.unit == "count" and lang == "vi" and called.startswith("Số "):
        return "counted", {"counted": f"{figure} {called[3:]}", "claim": figure}
    first = called.split(maxsplit=1)[0]
    if value.unit == "count" and lang == "en" and first.endswith("s") and first[0].isupper() and not first.isupper():
        return "counted", {"counted": f"{figure} {first[0].lower()}{called[1:]}", "claim": figure}
    lowered = called if called.split(maxsplit=1)[0].isupper() else called[0].lower() + called[1:]
    article = "the " if lang == "en" and not lowered.startswith(("the ", "5G")) else ""
    return "measured", {
        "called": f"{article}{lowered}",
        "Called": f"{article.capitalize()}{lowered}" if article else called,
        "figure": figure,
        "claim": figure,
    }


WORDS = [
    "Strategic",
    "Security",
    "Energy",
    "Financial",
    "Regional",
    "Climate",
    "Cultural",
    "Maritime",
    "Tourism",
    "Health",
    "Education",
    "Legal",
    "Labour",
    "Space",
    "Media",
]
COMPOUNDS = [
    "hợp tác",
    "công tác",
    "hành động",
    "tổng thể",
    "quản trị",
    "đạo đức",
    "dữ liệu",
    "quản lý",
    "nền tảng",
    "kinh tế",
    "an ninh",
    "quyền riêng tư",
    "lừa đảo",
    "chuyển đổi",
    "phát triển",
    "bảo vệ",
    "nhân tạo",
    "chiến lược",
    "hội nhập",
    "cộng đồng",
    "thương mại",
    "công nhận",
    "hệ sinh thái",
    "bao trùm",
    "bền vững",
    "số",
]
"""Words of Vietnamese, of one syllable or more, that stand in titles and may be mistaken for each other."""


def _retitled(title: str, lang: str, countries: set[str], draw: random.Random) -> tuple[str, str] | None:
    """A title with one word of meaning changed: none that names a country, a number or a form, and not the first."""
    if lang == "vi":
        there = [
            word for word in COMPOUNDS if re.search(rf"(?<!\w){word}(?!\w)", title, re.IGNORECASE) and not title.casefold().startswith(word)
        ]
        if not there:
            return None
        old = draw.choice(there)
        new = draw.choice([word for word in COMPOUNDS if word not in title.casefold() and abs(len(word.split()) - len(old.split())) < 2])
        return re.sub(rf"(?<!\w){old}(?!\w)", new, title, count=1, flags=re.IGNORECASE), "another word"
    words = title.split(" ")
    small = {"a", "an", "the", "of", "on", "in", "for", "to", "and", "with", "at", "by"}
    free = [n for n, word in enumerate(words) if n and word.isalpha() and word.casefold() not in small | countries and not word.isupper()]
    if not free:
        return None
    place = draw.choice(free)
    word = draw.choice([each for each in WORDS if each.casefold() not in title.casefold()])
    words[place] = word if words[place][0].isupper() else word.lower()
    return " ".join(words), "another word"


RANKS = {
    "en": [("Deputy Minister", "Minister"), ("Minister", "Deputy Minister"), ("Secretary-General", "Deputy Secretary-General"), ("Prime Minister", "Deputy Prime Minister")],
    "vi": [("Thứ trưởng", "Bộ trưởng"), ("Bộ trưởng", "Thứ trưởng"), ("Phó Vụ trưởng", "Vụ trưởng"), ("Tổng Thư ký", "Phó Tổng thư ký"), ("Thủ tướng", "Phó Thủ tướng")],
}  # fmt: skip


def _other_post(row: dict[str, Any], rows: list[dict[str, Any]], lang: str, draw: random.Random) -> tuple[str, str] | None:
    """Another rank, or the post of somebody else."""
    value = row["value"]
    if draw.random() < 0.4:
        for old, new in RANKS[lang]:
            if value.startswith(old) and not any(other.startswith(new) for other in row["others"]):
                return new + value[len(old) :], "another rank"
    mine = {word.casefold() for post in row["others"] for word in post.replace(",", " ").split()}
    posts = sorted({each["value"] for each in rows if each["what"] == "post" and each["record"].id != row["record"].id})
    posts = [post for post in posts if len({w.casefold() for w in post.replace(",", " ").split()} - mine) > 1]
    return (draw.choice(posts), "the post of another") if posts else None


def statements(registry: Any, lang: str, seed: int, share: dict[str, int], *, held_out: bool = False) -> list[tuple[Said, Said | None]]:
    """True statements of a language, drawn by seed, each with an altered one where it can be altered.

    Args:
        registry: the records.
        lang: ``"en"`` or ``"vi"``.
        seed: what the draw begins with.
        share: how many statements of each sort of fact.
        held_out: whether the phrasings are those that nothing was tuned on.

    """
    draw = random.Random(f"{seed} {lang} {held_out}")
    phrasings = HELD_OUT if held_out else TUNED
    rows = Facts(registry, lang, draw).rows
    countries = {word.casefold() for party in registry.parties for w in (*party.names, *party.capital) for word in w.text.split()}
    countries |= {word.casefold() for meeting in registry.meetings for w in meeting.city for word in w.text.split()}
    found = []
    for what, count in share.items():
        of_what = [row for row in rows if row["what"] == what]
        for number, row in enumerate(draw.sample(of_what, min(count, len(of_what)))):
            value = row["value"]
            true = _said(what, row, value, lang, number, draw, phrasings, "")
            other: tuple[Any, str] | None
            if SORTS[what] == "date":
                other = next((each for each in (_shifted(value, draw) for _ in range(20)) if not _touches(each[0], row["others"])), None)
            elif SORTS[what] == "figure":
                other = next(
                    (
                        each
                        for each in (_amount(value, lang, draw) for _ in range(20))
                        if each[0].amount not in {value.amount, *(o.amount for o in row["others"] if o)}
                    ),
                    None,
                )
            elif what == "post":
                other = _other_post(row, rows, lang, draw)
            else:
                other = _retitled(value, lang, countries, draw)
            altered = _said(what, row, other[0], lang, number, draw, phrasings, other[1]) if other else None
            found.append((true, altered))
    return found


def joined(pairs: list[tuple[Said, Said | None]], lang: str) -> list[tuple[Said, Said | None]]:
    """Statements two by two in one sentence: the second one true, the first one true and altered."""
    links = [" while ", ", and "] if lang == "en" else [", còn ", " và "]
    found = []
    for number, ((true, altered), (other, _)) in enumerate(zip(pairs[::2], pairs[1::2], strict=False)):
        second = f"{links[number % 2]}{other.text[0].lower() if other.text.startswith(('The ', 'On ', 'In ')) else other.text[0]}{other.text[1:]}"
        found.append(tuple(attrs.evolve(each, text=each.text.rstrip(". ") + second) if each else None for each in (true, altered)))
    return found  # type: ignore[return-value]


def _touches(when: Any, others: Any) -> bool:
    return any(other is not None and other.latest and when.earliest <= other.latest and other.earliest <= when.latest for other in others)


def _said(what: str, row: dict[str, Any], value: Any, lang: str, number: int, draw: random.Random, phrasings: Any, altered: str) -> Said:
    slots = dict(row["slots"])
    phrasing = what
    if SORTS[what] == "date":
        slots |= _dates(value, lang, draw)
    elif what == "budget":
        slots |= {"figure": _figure(value, lang), "claim": _figure(value, lang)}
    elif what == "number":
        phrasing, more = _number_slots(slots["called"], value, lang)
        slots |= more
    elif what == "post":
        slots |= {"post": value, "Post": value[:1].upper() + value[1:], "claim": value}
    elif what == "title":
        slots |= {"name": value, "claim": value}
    else:
        slots |= {"theme": value, "claim": value}
    templates = phrasings[phrasing, lang]
    text = (
        templates[number % len(templates)]
        .format(**slots)
        .replace("The the ", "The ")
        .replace("the The ", "the ")
        .replace("the the ", "the ")
    )
    return Said(
        text=text[:1].upper() + text[1:],
        lang=lang,
        sort=SORTS[what],
        what=what,
        record=row["record"].id,
        claim=slots["claim"],
        when=value if SORTS[what] == "date" else None,
        altered=altered,
    )
