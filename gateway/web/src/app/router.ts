import { createRouter, createWebHistory, type RouteRecordRaw } from "vue-router";
import { i18n } from "./i18n";
import { signIn, useSession } from "./session";

declare module "vue-router" {
  interface RouteMeta {
    /** Key of the page's title. */
    title?: string;
    /** Whether one must be signed in. */
    mine?: boolean;
  }
}

/** For those who run the community; they come with texts and parts of their own. */
const office: RouteRecordRaw[] = [
  { path: "", name: "office", component: () => import("@/office/MorningPage.vue"), props: true, meta: { title: "morning.title" } },
  { path: "numbers", name: "numbers", component: () => import("@/numbers/NumbersPage.vue"), props: true, meta: { title: "numbers.title" } },
  { path: "courses", name: "office-courses", component: () => import("@/authoring/AuthoringPage.vue"), props: true, meta: { title: "authoring.title" } },
  { path: "courses/:courseId", name: "office-course", component: () => import("@/authoring/EditorPage.vue"), props: true },
  { path: "offers", name: "office-offers", component: () => import("@/sales/OffersPage.vue"), props: true, meta: { title: "sales.offers" } },
  { path: "offers/:offerId", name: "office-offer", component: () => import("@/sales/OfferPage.vue"), props: true },
  { path: "sales", name: "office-sales", component: () => import("@/sales/SalesPage.vue"), props: true, meta: { title: "sales.title" } },
  { path: "members", name: "office-members", component: () => import("@/people/PeoplePage.vue"), props: true, meta: { title: "people.title" } },
  { path: "talk", name: "office-talk", component: () => import("@/talk/TalkPage.vue"), props: true, meta: { title: "talk.title" } },
  { path: "sql", name: "office-sql", component: () => import("@/analysis/SqlPage.vue"), props: true, meta: { title: "sql.title" } },
  { path: "replays", name: "office-replays", component: () => import("@/analysis/ReplaysPage.vue"), props: true, meta: { title: "replays.title" } },
  { path: "members/:memberId", name: "office-member", component: () => import("@/people/MemberPage.vue"), props: true },
];

const inCommunity: RouteRecordRaw[] = [
  { path: "", name: "community", component: () => import("@/hall/CommunityPage.vue"), props: true },
  { path: "courses", name: "courses", component: () => import("@/course/CataloguePage.vue"), props: true, meta: { title: "courses.title" } },
  { path: "courses/:courseId", name: "course", component: () => import("@/course/CoursePage.vue"), props: true },
  { path: "courses/:courseId/lessons/:lessonId", name: "lesson", component: () => import("@/course/LessonPage.vue"), props: true },
  { path: "checkout/:offerId", name: "checkout", component: () => import("@/shop/CheckoutPage.vue"), props: true, meta: { title: "checkout.title", mine: true } },
  { path: "orders", name: "orders", component: () => import("@/shop/OrdersPage.vue"), props: true, meta: { title: "orders.title", mine: true } },
  { path: "orders/:orderId", name: "order", component: () => import("@/shop/OrderPage.vue"), props: true, meta: { title: "order.title", mine: true } },
  { path: "invoices/:invoiceId", name: "invoice", component: () => import("@/shop/InvoicePage.vue"), props: true, meta: { title: "invoice.title", mine: true } },
  { path: "membership", name: "membership", component: () => import("@/shop/MembershipPage.vue"), props: true, meta: { title: "membership.title", mine: true } },
  { path: "chat/:channelId?", name: "chat", component: () => import("@/chat/ChatPage.vue"), props: true, meta: { title: "chat.title", mine: true } },
  { path: "surveys", name: "surveys", component: () => import("@/hall/SurveysPage.vue"), props: true, meta: { title: "surveys.title", mine: true } },
  { path: "office", name: "office-frame", component: () => import("@/office/OfficeFrame.vue"), props: true, meta: { mine: true }, children: office },
];

/** For those who look after the installation; they come with texts of their own. */
const operations: RouteRecordRaw[] = [
  { path: "", name: "operations", component: () => import("@/operations/HealthPage.vue"), meta: { title: "health.title" } },
  { path: "letters", name: "operations-letters", component: () => import("@/operations/LettersPage.vue"), meta: { title: "letters.title" } },
  { path: "read-models", name: "operations-read-models", component: () => import("@/operations/ReadModelsPage.vue"), meta: { title: "readModels.title" } },
  { path: "replays", name: "operations-replays", component: () => import("@/analysis/ReplaysPage.vue"), meta: { title: "replays.title" } },
  { path: "streams", name: "operations-streams", component: () => import("@/operations/StreamsPage.vue"), meta: { title: "streams.title" } },
  { path: "streams/:streamId", name: "operations-stream", component: () => import("@/operations/StreamPage.vue"), props: true },
];

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: "/", name: "home", component: () => import("@/hall/HomePage.vue") },
    {
      path: "/communities/:communityId",
      component: () => import("@/hall/CommunityFrame.vue"),
      props: true,
      children: inCommunity,
    },
    { path: "/found", name: "found", component: () => import("@/hall/FoundingPage.vue"), meta: { title: "founding.title", mine: true } },
    { path: "/operations", component: () => import("@/operations/OperationsFrame.vue"), meta: { mine: true }, children: operations },
    { path: "/account", name: "account", component: () => import("@/account/AccountPage.vue"), meta: { title: "account.title", mine: true } },
    { path: "/notices", name: "notices", component: () => import("@/notices/NoticesPage.vue"), meta: { title: "notices.title", mine: true } },
    { path: "/:rest(.*)*", name: "nowhere", component: () => import("@/hall/NowherePage.vue"), meta: { title: "nowhere.title" } },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.hash ? { el: to.hash } : to.path === from.path ? false : { top: 0 }),
});

router.beforeEach((to) => {
  if (to.meta.mine && !useSession().signedIn) {
    signIn(to.fullPath);
    return false;
  }
  return true;
});

/** A reader who cannot see the new page hears its heading. */
router.afterEach((to, from, failure) => {
  if (failure) {
    return;
  }
  if (to.meta.title) {
    setTitle(i18n.global.t(to.meta.title));
  }
  if (from.matched.length && to.path !== from.path) {
    document.getElementById("main")?.focus({ preventScroll: true });
  }
});

export function setTitle(title?: string): void {
  document.title = title ? `${title} · Guildhall` : "Guildhall";
}
