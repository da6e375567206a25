"""Attributes and methods of a WebPage, before a browser shows it and afterwards."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.api import shows
from tests.support.served import Served

PROGRAM = """
import asyncio, itertools

visits = itertools.count(1)

def button(wp, name, click):
    return jp.Button(id=name, text=name, a=wp, click=click)

@jp.SetRoute('/hello')
def hello():
    return jp.WebPage(title='Hello').add(jp.P(id='out', text='hello'))

@jp.SetRoute('/cookies')
def cookies(request):
    wp = jp.WebPage()
    jp.P(id='out', text=str(request.cookies.get('color')), a=wp)
    if request.query_params.get('forget'):
        wp.delete_cookie('color')
    else:
        wp.set_cookie('color', 'dark red', max_age=1000)
    return wp

@jp.SetRoute('/raw')
def raw():
    wp = jp.WebPage(html='<p>raw</p>')
    wp.set_cookie('raw', '1')
    return wp

@jp.SetRoute('/interval')
def interval():
    wp = jp.WebPage(reload_interval=60)
    out = jp.P(id='out', text=f'visit {next(visits)}', a=wp)
    def stop():
        wp.reload_interval = None
        out.text += ' stopped'
    def start():
        wp.reload_interval = 5
        out.text += ' started'
    button(wp, 'stop', stop)
    button(wp, 'start', start)
    return wp

@jp.SetRoute('/later')
def later():
    wp = jp.WebPage()
    out = jp.P(id='out', a=wp)
    def open_tab():
        wp.open = '/hello'
    def rename():
        wp.display_url = '/later/renamed'
    def listen():
        def key(self, msg):
            out.text += msg.key_data.key
        wp.on('keydown', key)
        def ready():
            out.text += 'ready '
        wp.on('page_ready', ready)
    async def soon():
        out.text = 'soon'
        jp.run_task(wp.delayed_update(0.05))
        return True
    button(wp, 'open', open_tab)
    button(wp, 'rename', rename)
    button(wp, 'listen', listen)
    button(wp, 'soon', soon)
    return wp

shared = jp.WebPage(delete_flag=False)
told = jp.P(id='out', text='nobody', a=shared)

def tell(self, msg):
    told.text = 'told'
    jp.run_task(shared.update(msg.websocket_id))
    return True

def tell_all():
    told.text += ' all'

button(shared, 'tell', tell)
button(shared, 'all', tell_all)
jp.Route('/shared', lambda: shared)

class Guests(jp.WebPage):
    async def on_disconnect(self, websocket=None):
        await super().on_disconnect(websocket)
        jp.Li(text=f'{names.get(websocket)} left', a=self)

names = {}
guests = Guests()

def enter(self, msg):
    names[msg.websocket_id] = msg.value

jp.Input(id='name', change=enter, a=guests)
jp.Route('/guests', lambda: guests)

plain = jp.WebPage()
plain_out = jp.P(id='out', a=plain)
def plain_came():
    jp.Li(text='here', a=plain)
plain.on('page_ready', plain_came)
def plain_left(websocket=None):
    plain_out.text += 'left'
    raise RuntimeError('in on_disconnect')
plain.on_disconnect = plain_left
jp.Route('/plain', lambda: plain)

@jp.SetRoute('/cached')
def cached():
    wp = jp.WebPage(cache='<p id="out" class="pl-[37px]">from the cache</p>', use_cache=True,
                    template_file='no-such.html', debug=True)
    jp.P(id='out', text='rendered', a=wp)
    async def ready():
        pass
    def click():
        jp.B(text='changed', a=wp)
    wp.on('click', click)
    return wp

@jp.SetRoute('/tabs')
def tabs():
    wp = jp.WebPage(data={'tab': 'first'})
    tabs = {name: {'tab': jp.Div(text=f'the {name}', id=name), 'order': n}
            for n, name in enumerate(['first', 'second'])}
    group = jp.TabGroup(tabs=tabs, model=[wp, 'tab'], style='height: 100px', a=wp)
    def show(self, msg):
        wp.data['tab'] = self.id.removeprefix('show-')
    for name in (*tabs, 'none'):
        button(wp, f'show-{name}', show)
    def still():
        wp.data['tab'] = 'first'
        group.value = 'first'
        group.previous_value = ''
    button(wp, 'still', still)
    return wp

jp.justpy(hello)
"""


def visit(page: Page, program: Served, path: str) -> Page:
    page.goto(f"{program.origin}{path}?token={program.token}")
    return page


@shows("WebPage.set_cookie", "WebPage.delete_cookie", "WebPage.html")
def test_cookies_are_set_and_deleted_on_every_visit(program: Served, page: Page) -> None:
    out = visit(page, program, "/cookies").locator("#out")
    expect(out).to_have_text("None")
    page.reload()
    expect(out).to_have_text("dark red")
    page.context.clear_cookies(name="color")
    page.reload()
    page.reload()
    expect(out).to_have_text("dark red")
    page.goto(f"{program.origin}/cookies?forget=1")
    page.goto(f"{program.origin}/cookies?forget=1")
    expect(out).to_have_text("None")
    page.goto(f"{program.origin}/raw")
    assert "raw=1" in page.evaluate("document.cookie")


@shows("WebPage.reload_interval")
def test_a_page_that_reloads(program: Served, page: Page) -> None:
    page.clock.install()
    out = visit(page, program, "/interval").locator("#out")
    for number in (1, 2):
        expect(out).to_have_text(f"visit {number}")
        page.wait_for_load_state()  # the script has set its timer
        page.clock.run_for(60_000)
    expect(out).to_have_text("visit 3")
    page.click("#stop")
    expect(out).to_have_text("visit 3 stopped")
    page.clock.run_for(600_000)
    page.click("#start")
    expect(out).to_have_text("visit 3 stopped started")
    page.clock.run_for(5_000)
    expect(out).to_have_text("visit 4")


@shows("WebPage.open", "WebPage.display_url")
def test_a_tab_is_opened_and_the_address_changed_later(program: Served, page: Page) -> None:
    visit(page, program, "/later")
    for _ in range(2):  # the same address again
        with page.context.expect_page() as opened:
            page.click("#open")
        expect(opened.value).to_have_title("Hello")
    page.click("#rename")
    expect(page).to_have_url(f"{program.origin}/later/renamed")


@shows("WebPage.on", "page_ready")
def test_events_of_the_page_that_are_bound_later(program: Served, page: Page) -> None:
    out = visit(page, program, "/later").locator("#out")
    page.click("#listen")
    expect(out).to_have_text("ready ")
    page.click("#listen")
    page.keyboard.press("x")
    expect(out).to_have_text("ready x")


@shows("WebPage.delayed_update", "run_task")
def test_an_update_after_a_delay(program: Served, page: Page) -> None:
    visit(page, program, "/later").click("#soon")
    expect(page.locator("#out")).to_have_text("soon")


@shows("WebPage.update(websocket)", "msg.websocket_id")
def test_an_update_for_one_browser(program: Served, page: Page) -> None:
    visit(page, program, "/shared")
    other = visit(page.context.new_page(), program, "/shared")
    page.click("#tell")
    expect(page.locator("#out")).to_have_text("told")
    expect(other.locator("#out")).to_have_text("nobody")
    page.click("#all")
    expect(other.locator("#out")).to_have_text("told all")


@shows("WebPage.on_disconnect")
def test_on_disconnect_gets_the_browser_that_left(program: Served, page: Page) -> None:
    visit(page, program, "/guests")
    other = visit(page.context.new_page(), program, "/guests")
    other.locator("#name").fill("Mary")
    other.locator("#name").press("Enter")
    expect(page.locator("#name")).to_have_value("Mary")
    other.close()
    expect(page.locator("li")).to_have_text(["Mary left"])


def test_a_plain_on_disconnect_that_fails(program: Served, page: Page) -> None:
    visit(page, program, "/plain")
    other = visit(page.context.new_page(), program, "/plain")
    expect(page.locator("li")).to_have_text(["here", "here"])  # both are connected
    other.close()
    expect(page.locator("#out")).to_have_text("left")
    assert "in on_disconnect" in program.log


@shows("WebPage.cache", "WebPage.use_cache", "WebPage.template_file")
def test_a_cached_page_is_shown_until_it_changes(program: Served, page: Page) -> None:
    out = visit(page, program, "/cached").locator("#out")
    expect(out).to_have_text("from the cache")
    expect(out).to_have_css("padding-left", "37px")
    out.click()
    expect(out).to_have_text("rendered")
    expect(page.locator("b")).to_have_text("changed")


@shows("TabGroup")
def test_a_group_of_tabs(program: Served, page: Page) -> None:
    visit(page, program, "/tabs")
    first, second = page.locator("#first"), page.locator("#second")
    expect(first).to_be_visible()
    expect(second).to_have_count(0)
    page.click("#show-second")
    expect(second).to_be_visible()
    page.click("#show-none")
    page.click("#show-first")
    expect(first).to_be_visible()
    expect(second).to_have_count(0)
    page.click("#show-second")
    page.click("#still")
    expect(second).to_have_count(0)
    expect(first).to_be_visible()
